package io.certhall.standalone.journey;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;

/** What the certificate authority's people do. */
final class StaffAtScreen {

  private static final Pattern HANDLE = Pattern.compile("^(继续)?办理$");
  private static final Pattern OPENED = Pattern.compile("/work/[a-z]+/\\d+$");
  private static final double OPENS = 5_000;

  private final Screen screen;

  private StaffAtScreen(Screen screen) {
    this.screen = screen;
  }

  static StaffAtScreen signIn(Screen screen, String username) {
    screen.signIn(username);
    screen.sees(screen.heading("工作台"));
    screen.picture("30-home-" + username);
    return new StaffAtScreen(screen);
  }

  void approveProfile(String organisation) {
    screen.go("/work/profiles");
    handle(organisation);
    screen.sees(screen.heading("审核企业信息：" + organisation));
    screen.picture("31-profile-review");
    screen.press("审核通过");
    screen.sees(organisation + " 的企业信息审核通过");
  }

  void rejectApplicationForm(String orderNo) {
    openReview(orderNo);
    screen.picture("32-review");
    screen
        .page()
        .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("证书申请表：有问题"))
        .check();
    screen
        .page()
        .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("未加盖公章"))
        .check();
    screen.sees("已标记 1 处问题");
    screen.press("驳回");
    Locator dialog = screen.page().getByRole(AriaRole.ALERTDIALOG);
    screen.sees(dialog.getByText("证书申请表：未加盖公章"));
    screen.picture("33-reject");
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("驳回")).click();
    screen.sees("已驳回，申请人将收到通知");
  }

  void approveCorrected(String orderNo) {
    openReview(orderNo);
    screen.sees("已更换");
    screen.picture("34-review-again");
    screen.press("审核通过");
    screen.page().waitForURL("**/work/review");
  }

  void approve(String orderNo) {
    openReview(orderNo);
    screen.press("审核通过");
    screen.page().waitForURL("**/work/review");
  }

  void confirmTransfer(String orderNo, String yuan) {
    screen.go("/work/finance");
    handle(orderNo);
    screen.fill("到账金额（元）", yuan);
    screen.picture("38-transfer");
    screen.press("确认到账");
    screen.sees("已确认到账");
  }

  void approveTwice(String orderNo) {
    openReview(orderNo);
    screen.pressTwice("审核通过");
    screen.page().waitForURL("**/work/review");
  }

  private void openReview(String orderNo) {
    screen.go("/work/review");
    handle(orderNo);
    screen.sees(screen.button("审核通过"));
  }

  /** Finds the one task; the list may renew itself under the pointer, so it is clicked again. */
  private void handle(String wanted) {
    screen.fill("订单号或申请人", wanted);
    screen.field("订单号或申请人").blur();
    screen.settles();
    Locator handle =
        screen.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(HANDLE));
    await()
        .alias(wanted + " is opened")
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () -> {
              PlaywrightAssertions.assertThat(handle).hasCount(1);
              handle.click(new Locator.ClickOptions().setTimeout(OPENS));
              screen.page().waitForURL(OPENED, new Page.WaitForURLOptions().setTimeout(OPENS));
              return true;
            });
  }

  void enterKeys(String orderNo, String... serials) {
    screen.go("/work/production");
    screen.sees(orderNo);
    screen.picture("35-production");
    for (String serial : serials) {
      Locator row = deskRow(orderNo);
      row.getByLabel("介质序列号").fill(serial);
      row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("写入")).click();
      screen.sees("介质 " + serial);
    }
    screen.sees("已签发");
    screen.picture("36-produced");
  }

  void ship(String orderNo, String trackingNo) {
    screen.go("/work/dispatch");
    screen.sees(orderNo);
    screen.picture("37-dispatch");
    Locator row = deskRow(orderNo);
    row.getByLabel("快递单号").fill(trackingNo);
    row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("发货")).click();
    screen.sees("已发货，单号 " + trackingNo);
  }

  private Locator deskRow(String orderNo) {
    return screen
        .page()
        .locator(".desk-row")
        .filter(new Locator.FilterOptions().setHasText(orderNo))
        .first();
  }
}
