package io.certhall.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main flow of the halls besides Gansu's in a browser, and a look at every page. */
class HallsJourneyTest {

  private static final String APPLICANT = "demo-applicant";

  @TempDir static Path data;

  private static RunningHall hall;
  private static Chromium chromium;
  private static HallClient client;

  @RegisterExtension
  static final AfterTestExecutionCallback PICTURES_OF_FAILURE =
      test -> test.getExecutionException().ifPresent(failure -> chromium.pictures("failed-halls"));

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(
        Chromium.isInstalled(), "no Chromium is installed: install the package chromium");
    hall = RunningHall.start(data);
    chromium = Chromium.start();
    client = new HallClient(hall.address());
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (hall != null) {
      hall.close();
    }
  }

  @Test
  @Tag("CFCA-02")
  void suqian_cfca_reviews_before_it_takes_money() {
    HallVisit visit = visit("cfca-suqian");
    visit.apply("NEW", "单位证书", "¥250.00", "公章");
    visit.sees("等待审核员审核");
    staff("demo-reviewer").approve(visit.orderNo());
    visit.pay("¥250.00", "微信支付", "立即支付", "支付成功");
    produceAndShip(visit);
    assertPaid(visit, 25_000);
  }

  @Test
  @Tag("GX-03")
  void suqian_guoxin_takes_money_by_alipay_before_it_reviews() {
    HallVisit visit = visit("gxca-suqian");
    visit.apply("NEW", "单位锁", "¥250.00", "公章");
    visit.pay("¥250.00", "支付宝", "确认付款", "付款成功");
    visit.sees("等待审核员审核");
    staff("demo-reviewer").approve(visit.orderNo());
    produceAndShip(visit);
    assertPaid(visit, 25_000);
  }

  @Test
  void shandong_reviews_then_takes_money_and_sends_the_pin() {
    HallVisit visit = visit("sdca");
    visit.apply("NEW", "机构证书", "¥200.00", "公章");
    visit.sees("等待审核员审核");
    staff("demo-reviewer").approve(visit.orderNo());
    visit.pay("¥200.00", "微信支付", "立即支付", "支付成功");
    produceAndShip(visit);
    assertPaid(visit, 20_000);
  }

  @Test
  void china_gas_takes_money_before_it_reviews() {
    HallVisit visit = visit("chinagas");
    visit.apply("NEW", "企业机构证书", "¥400.00");
    visit.pay("¥400.00", "支付宝", "确认付款", "付款成功");
    visit.sees("等待审核员审核");
    staff("demo-reviewer").approve(visit.orderNo());
    produceAndShip(visit);
    assertPaid(visit, 40_000);
  }

  @Test
  void shenzhen_checks_the_identity_then_the_transfer_then_the_papers() {
    HallVisit visit = visit("szca-hunan");
    visit.apply("NEW", "机构证书", "¥350.00", "公章");
    visit.sees("完成实名认证");
    visit.proveIdentity();
    visit.payByTransfer("¥350.00");
    staff("demo-finance").confirmTransfer(visit.orderNo(), "350.00");
    visit.sees("等待审核员审核");
    staff("demo-reviewer").approve(visit.orderNo());
    produceAndShip(visit);
    assertPaid(visit, 35_000);
  }

  /** No page has an untranslated word, a nameless button, an error or overflows a phone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | / /halls /halls/gscamce /halls/cfca-suqian /halls/gxca-suqian /halls/sdca \
          /halls/chinagas /halls/szca-hunan /halls/gscamce/prices /halls/sdca/prices \
          /halls/chinagas/materials /halls/gxca-suqian/help /login /register /password-reset /status
          demo-applicant | / /account /certificates /seals /orders /invoices /messages \
          /organisation /people /apply/gscamce/NEW /apply/cfca-suqian/RENEW \
          /apply/gxca-suqian/EXCHANGE /apply/sdca/REPLACE /apply/szca-hunan/CHANGE
          demo-reviewer | / /work/review /work/profiles /work/orders
          demo-producer | / /work/production /work/remote /work/pins
          demo-dispatcher | / /work/dispatch /work/pickup /work/inbound
          demo-finance | / /work/finance /work/refunds /work/invoices /work/invoice-requests
          demo-manager | / /admin/policies /admin/policies/sdca /calendar
          demo-admin | / /admin/incidents /work/orders
          demo-auditor | / /work/orders
          """)
  void every_page_is_translated_named_and_fits_a_phone(@Nullable String username, String paths) {
    Screen screen = chromium.open(hall.address());
    if (username != null && !username.isEmpty()) {
      screen.signIn(username);
    }
    PageInspection inspection = new PageInspection(screen);
    List<String> pages = List.of(paths.split("[ \\\\\\n]+"));

    pages.forEach(inspection::inspect);
    inspection.switchToEnglish();
    pages.forEach(inspection::inspectEnglish);

    assertThat(inspection.findings()).isEmpty();
    screen.page().context().close();
  }

  private static HallVisit visit(String code) {
    return HallVisit.signIn(chromium.open(hall.address()), APPLICANT, code);
  }

  private static StaffAtScreen staff(String username) {
    return StaffAtScreen.signIn(chromium.open(hall.address()), username);
  }

  private static void produceAndShip(HallVisit visit) {
    staff("demo-producer").enterKeys(visit.orderNo(), "KEY" + visit.orderNo());
    staff("demo-dispatcher").ship(visit.orderNo(), "SF" + visit.orderNo());
    visit.confirmReceipt();
  }

  private static void assertPaid(HallVisit visit, long fen) {
    var order = client.get(APPLICANT, "/api/v1/orders/" + visit.orderNo()).ok();
    assertThat(order.get("state").asString()).isEqualTo("COMPLETED");
    assertThat(order.get("paidFen").asLong()).isEqualTo(fen);
  }
}
