package io.certhall.standalone.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.certhall.standalone.bench.SampleFiles;

/** An applicant known to every hall applies in one of them. */
final class HallVisit {

  private final Screen screen;
  private final Wizard wizard;
  private final String hall;
  private String orderNo = "";

  private HallVisit(Screen screen, String hall) {
    this.screen = screen;
    this.wizard = new Wizard(screen);
    this.hall = hall;
  }

  static HallVisit signIn(Screen screen, String username, String hall) {
    screen.signIn(username);
    return new HallVisit(screen, hall);
  }

  String orderNo() {
    return orderNo;
  }

  /** From the hall's own page to the submitted application. */
  void apply(String service, String type, String price, String... seals) {
    screen.go("/halls/" + hall);
    screen.sees(screen.heading("办理业务"));
    screen.fittingPicture(picture("1-hall"));
    screen.go("/apply/" + hall + "/" + service);
    wizard.agree();
    screen.fittingPicture(picture("2-agreement"));
    screen.press("同意并继续");
    screen.page().waitForURL("**/orders/*/edit/basic");
    orderNo = wizard.orderNo();
    wizard.operator("13900002027");
    wizard.courier();
    screen.choose("增值税普通发票");
    screen.fittingPicture(picture("3-basic"));
    screen.press("保存，下一步");
    screen.sees(screen.button("确定，去上传材料"));
    wizard.certificate(0, type, seals);
    wizard.totals(price);
    screen.fittingPicture(picture("4-certificates"));
    screen.press("确定，去上传材料");
    wizard.attachAll();
    screen.fittingPicture(picture("5-materials"));
    screen.press("保存，下一步");
    screen.sees(screen.button("提交申请"));
    screen.fittingPicture(picture("6-check"));
    screen.press("提交申请");
    screen.page().waitForURL("**/orders/" + orderNo);
  }

  void sees(String text) {
    screen.sees(text);
    screen.fittingPicture(picture(text.replaceAll("[^\\p{L}\\p{N}]", "")));
  }

  /** Each provider's phone page stands in for its app. */
  void pay(String amount, String method, String confirm, String paid) {
    screen.sees(screen.button("去缴费 " + amount));
    screen.press("去缴费 " + amount);
    screen.choosePayment(method);
    screen.fittingPicture(picture("7-pay"));
    Screen phone = screen.follow("打开模拟手机付款");
    phone.fittingPicture(picture("7-phone"));
    phone.press(confirm);
    phone.sees(paid);
    phone.page().close();
    screen.sees("付款成功");
    screen.press("查看申请进度");
  }

  void payByTransfer(String amount) {
    screen.sees(screen.button("去缴费 " + amount));
    screen.press("去缴费 " + amount);
    screen.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("对公转账")).check();
    screen.sees("附言（必填）");
    screen
        .page()
        .locator("input[type=file]")
        .first()
        .setInputFiles(new FilePayload("voucher.jpg", "image/jpeg", SampleFiles.JPEG));
    screen.sees("voucher.jpg");
    screen.fittingPicture(picture("7-transfer"));
    screen.press("提交凭证");
    screen.sees("等待财务核对");
    screen.press("查看申请进度");
  }

  /** On the page that the code leads to, as on a phone. */
  void proveIdentity() {
    screen.press("获取二维码");
    Screen phone = screen.follow("在本机继续");
    phone.page().setViewportSize(390, 844);
    phone.sees("第一步：阅读并同意");
    for (Locator box : phone.page().getByRole(AriaRole.CHECKBOX).all()) {
      box.check();
    }
    phone.fittingPicture(picture("8-consents"));
    phone.press("继续");
    phone.sees("第二步：拍摄身份证");
    Locator sides = phone.page().locator("input[type=file]");
    for (int side = 0; side < 2; side++) {
      sides
          .nth(side)
          .setInputFiles(
              new FilePayload("id.jpg", "image/jpeg", SampleFiles.picture(1000 + side, 640)));
      phone.sees(phone.page().getByText("已拍摄").nth(side));
    }
    phone.fill("姓名", "李晓梅");
    phone.fill("身份证号码", "34052419800101001X");
    phone.fittingPicture(picture("8-photos"));
    phone.press("开始核验");
    phone.sees("认证通过");
    phone.page().close();
  }

  void confirmReceipt() {
    screen.sees(screen.button("确认签收"));
    screen.press("确认签收");
    screen
        .page()
        .getByRole(AriaRole.ALERTDIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确认签收"))
        .click();
    sees("全部办理完毕");
  }

  private String picture(String step) {
    return "hall-" + hall + "-" + step;
  }
}
