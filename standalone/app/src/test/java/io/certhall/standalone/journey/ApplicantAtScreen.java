package io.certhall.standalone.journey;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** What an applicant does, page by page. */
final class ApplicantAtScreen {

  private static final List<String> PAPERS = List.of("证书申请表", "授权委托书", "CA数字证书认证服务协议");

  private final Screen screen;
  private final Wizard wizard;
  private final Phone phone;
  private final String username;
  private final String organisation;

  ApplicantAtScreen(Screen screen, Phone phone, String username, String organisation) {
    this.screen = screen;
    this.wizard = new Wizard(screen);
    this.phone = phone;
    this.username = username;
    this.organisation = organisation;
  }

  Screen screen() {
    return screen;
  }

  void register() {
    screen.go("/");
    screen.sees("进入大厅");
    screen.fittingPicture("00-halls");
    screen.go("/halls/gscamce");
    screen.sees(screen.heading("办理须知"));
    screen.fittingPicture("01-guest");
    screen.go("/register");
    screen.sees("用户注册协议");
    screen.fittingPicture("02-registration-agreement");
    screen.press("同意并继续");
    screen.fill("用户名", username);
    screen.fill("密码", RunningHall.PASSWORD);
    screen.fill("称呼", "李晓梅");
    screen.fill("手机号", phone.number());
    screen.press("获取验证码");
    screen.fill("短信验证码", phone.code());
    screen.fittingPicture("02-register");
    screen.press("注册并登录");
    screen.sees("请先完善企业信息");
    screen.fittingPicture("03-home-new");
  }

  void submitProfile(String creditCode) {
    screen.press("前往企业信息");
    screen.fill("单位名称", organisation);
    screen.fill("统一社会信用代码", creditCode);
    screen.fill("注册地址", "甘肃省兰州市城关区东岗西路100号");
    screen.fill("法定代表人姓名", "王建国");
    screen.fill("法定代表人身份证号", "34052419800101001X");
    screen.fill("法定代表人手机", "13800000008");
    screen.fill("联系人姓名", "李晓梅");
    screen.fill("联系人手机", phone.number());
    screen.fittingPicture("04-profile");
    screen.press("保存并提交审核");
    screen.sees("待审核：已提交");
    screen.fittingPicture("05-profile-pending");
  }

  /** Waits out the agreement's countdown. */
  void beginApplication() {
    screen.go("/");
    screen.sees(screen.button("办理新办"));
    screen.fittingPicture("06-home-open");
    screen.press("办理新办");
    Locator accept =
        screen
            .page()
            .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("我已阅读并同意《数字证书服务协议》"));
    PlaywrightAssertions.assertThat(accept).isDisabled();
    screen.sees("秒后可勾选");
    PlaywrightAssertions.assertThat(accept).isEnabled();
    accept.check();
    screen.fittingPicture("07-agreement");
    screen.press("同意并继续");
  }

  void fillBasicData() {
    wizard.operator(phone.number());
    wizard.courier();
    screen.choose("增值税普通发票");
    PlaywrightAssertions.assertThat(screen.field("发票抬头")).hasValue(organisation);
    screen.fittingPicture("08-basic");
    screen.press("保存，下一步");
  }

  /** Two certificates; the price follows each choice. */
  void chooseCertificates() {
    Locator number = screen.field("申请证书（份）");
    number.fill("2");
    number.press("Tab");
    wizard.certificate(0, "机构证书", "公章", "财务专用章", "合同专用章");
    priceOf(0, "¥650.00");
    wizard.certificate(1, "机构业务证书", "公章");
    priceOf(1, "¥450.00");
    wizard.totals("¥1,100.00");
    screen.fittingPicture("09-certificates");
    screen.press("确定，去上传材料");
  }

  private void priceOf(int index, String price) {
    PlaywrightAssertions.assertThat(
            screen.page().locator(".certificate-block").nth(index).locator(".price"))
        .hasText(price);
  }

  void uploadMaterials() {
    PAPERS.forEach(paper -> wizard.attach(paper, "signed.pdf"));
    wizard.attach("印模 机构证书1", "seal-1.jpg");
    wizard.attach("印模 机构业务证书", "seal-2.jpg");
    screen.fittingPicture("10-materials");
    screen.press("保存，下一步");
    screen.sees(screen.button("提交申请"));
  }

  String orderNo() {
    return wizard.orderNo();
  }

  void submit() {
    screen.fittingPicture("11-check");
    screen.press("提交申请");
    screen.sees("等待审核员审核");
    screen.fittingPicture("12-submitted");
  }

  /** The reason is on the page, and leads to the document it is about. */
  void correctApplicationForm(String reason) {
    screen.sees(reason);
    screen.fittingPicture("13-rejected");
    screen.press("修改并重新提交");
    screen.sees(screen.button("保存，下一步"));
    wizard.attach("证书申请表", "sealed.pdf");
    screen.fittingPicture("14-correct");
    screen.press("保存，下一步");
    screen.sees(screen.button("重新提交"));
    screen.press("重新提交");
    screen.sees("等待审核员审核");
  }

  /** Pays on the simulated phone; the page with the code turns by itself. */
  void pay(String amount) {
    screen.sees(screen.button("去缴费 " + amount));
    screen.fittingPicture("15-to-pay");
    screen.press("去缴费 " + amount);
    screen.choosePayment("微信支付");
    screen.fittingPicture("16-qr");
    Screen onPhone = screen.follow("打开模拟手机付款");
    onPhone.fittingPicture("17-phone");
    onPhone.press("立即支付");
    onPhone.sees("支付成功");
    screen.sees("付款成功");
    screen.fittingPicture("18-paid");
    onPhone.page().close();
    screen.press("查看申请进度");
  }

  void confirmReceipt() {
    screen.sees(screen.button("确认签收"));
    screen.fittingPicture("19-shipped");
    screen.press("确认签收");
    screen
        .page()
        .getByRole(AriaRole.ALERTDIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确认签收"))
        .click();
    screen.sees("全部办理完毕");
  }

  Download downloadInvoice() {
    Locator link =
        screen.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("下载发票"));
    screen.sees(link);
    screen.fittingPicture("20-completed");
    return screen.page().waitForDownload(link::click);
  }

  /** The newest is on top of the page. */
  List<String> timeline() {
    return screen.page().locator(".timeline .row-title").allInnerTexts().reversed();
  }
}
