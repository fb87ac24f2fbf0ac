package io.certhall.standalone.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.certhall.standalone.bench.SampleFiles;
import java.util.regex.Pattern;

/** The pages of an application, alike in every hall. */
final class Wizard {

  private static final Pattern ORDER_NO = Pattern.compile("/orders/([A-Z0-9]+)");
  private static final Pattern AGREEMENT = Pattern.compile("^我已阅读并同意");

  private static final double COUNTDOWN = 20_000;

  private final Screen screen;

  Wizard(Screen screen) {
    this.screen = screen;
  }

  /** Waits out the countdown of each agreement. */
  void agree() {
    Locator boxes =
        screen.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(AGREEMENT));
    screen.sees(boxes);
    for (Locator box : boxes.all()) {
      PlaywrightAssertions.assertThat(box)
          .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(COUNTDOWN));
      box.check();
    }
  }

  void operator(String phone) {
    screen.fill("经办人姓名", "李晓梅");
    fillOne("34052419800101001X", "经办人身份证号", "经办人证件号码");
    fillOne("0527-84000000", "单位电话");
    fillOne("宿城区", "注册地区县");
    screen.fill("经办人手机", phone);
    screen.fill("经办人邮箱", "agent@example.com");
  }

  /** Not every hall asks for everything, and some call it differently. */
  private void fillOne(String value, String... labels) {
    for (String label : labels) {
      if (screen.field(label).count() > 0) {
        screen.fill(label, value);
      }
    }
  }

  void courier() {
    screen.choose("邮寄");
    screen.press("同经办人");
    PlaywrightAssertions.assertThat(screen.field("收件人")).hasValue("李晓梅");
    screen.fill("省 / 市 / 区县", "甘肃省 兰州市 城关区");
    screen.fill("详细地址", "东岗西路100号");
  }

  void certificate(int index, String type, String... seals) {
    Locator block = screen.page().locator(".certificate-block").nth(index);
    block.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("证书类型")).click();
    screen
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(type).setExact(true))
        .click();
    for (String seal : seals) {
      block
          .getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(seal).setExact(true))
          .check();
    }
  }

  void totals(String price) {
    PlaywrightAssertions.assertThat(screen.page().locator(".total-bar")).containsText(price);
  }

  void attach(String material, String fileName) {
    attach(screen.page().locator(".material").filter(with(material)), fileName);
  }

  /** A file for every document asked for, of a kind it takes. */
  void attachAll() {
    Locator rows = screen.page().locator(".material");
    screen.sees(rows);
    for (Locator row : rows.all()) {
      boolean paper = row.innerText().contains("PDF");
      attach(row, paper ? "signed.pdf" : "picture.jpg");
    }
  }

  private void attach(Locator row, String fileName) {
    boolean picture = fileName.endsWith(".jpg");
    row.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                fileName,
                picture ? "image/jpeg" : "application/pdf",
                picture ? SampleFiles.JPEG : SampleFiles.PDF));
    screen.sees(row.getByText(fileName));
    screen.sees(row.getByText("已上传"));
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  String orderNo() {
    var found = ORDER_NO.matcher(screen.page().url());
    if (!found.find()) {
      throw new IllegalStateException("no order at " + screen.page().url());
    }
    return found.group(1);
  }
}
