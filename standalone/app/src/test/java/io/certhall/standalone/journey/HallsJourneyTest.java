package io.certhall.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The main flow of the halls besides Gansu's, in a browser, each in its own order of steps. */
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
