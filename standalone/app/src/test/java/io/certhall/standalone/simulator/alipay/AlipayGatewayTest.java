package io.certhall.standalone.simulator.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.certhall.backoffice.payment.alipay.AlipayGateway;
import io.certhall.backoffice.payment.alipay.AlipaySettings;
import io.certhall.processes.payment.PaymentFault;
import io.certhall.processes.payment.PrepayOrder;
import io.certhall.processes.payment.ProviderPayment;
import io.certhall.processes.payment.ProviderPaymentState;
import io.certhall.processes.payment.ProviderRefund;
import io.certhall.processes.payment.ProviderRefundState;
import io.certhall.processes.payment.RefundOrder;
import io.certhall.standalone.simulator.RunningSimulators;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlipayGatewayTest {

  private static RunningSimulators world;
  private static AlipayGateway gateway;

  @BeforeAll
  static void start(@TempDir Path data) {
    world = RunningSimulators.start(data, 0);
    gateway = world.alipay("sdca");
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static void pay(String paymentNo) {
    assertThat(world.postJson("/simulators/alipay/" + paymentNo + "/pay", "{}").statusCode())
        .isEqualTo(200);
  }

  private static void open(String paymentNo) {
    gateway.prepay(world.alipayOrder(paymentNo, 30_050));
  }

  private static PaymentFault fault(Runnable call) {
    return assertThatExceptionOfType(PaymentFault.class).isThrownBy(call::run).actual();
  }

  private static KeyPair anotherKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  @Test
  @Tag("GS-72")
  @Tag("GX-49")
  void a_payment_gets_a_code_to_scan_and_the_same_code_when_asked_again() {
    PrepayOrder order = world.alipayOrder("ALI-CODE-1", 30_050);

    String code = gateway.prepay(order).codeUrl();

    assertThat(code).matches("https://qr\\.alipay\\.com/bax[0-9a-z]{20}");
    assertThat(gateway.prepay(order).codeUrl()).isEqualTo(code);
  }

  @Test
  void a_number_cannot_be_used_for_another_amount_or_by_another_hall() {
    open("ALI-USED-1");

    PaymentFault amount = fault(() -> gateway.prepay(world.alipayOrder("ALI-USED-1", 1)));
    PaymentFault hall =
        fault(() -> world.alipay("chinagas").prepay(world.alipayOrder("ALI-USED-1", 30_050)));

    assertThat(amount.code()).isEqualTo("ACQ.CONTEXT_INCONSISTENT");
    assertThat(hall.code()).isEqualTo("ACQ.CONTEXT_INCONSISTENT");
    assertThat(amount.isPassing()).isFalse();
  }

  @Test
  void a_code_is_no_trade_until_it_is_scanned_and_then_unpaid_until_the_phone_pays() {
    open("ALI-QUERY-1");
    assertThat(gateway.query("ALI-QUERY-1").state()).isEqualTo(ProviderPaymentState.NOT_FOUND);

    world.get("/simulators/alipay/ALI-QUERY-1", "text/html");
    assertThat(gateway.query("ALI-QUERY-1").state()).isEqualTo(ProviderPaymentState.NOT_PAID);

    pay("ALI-QUERY-1");

    ProviderPayment paid = gateway.query("ALI-QUERY-1");
    assertThat(paid.state()).isEqualTo(ProviderPaymentState.PAID);
    assertThat(paid.amountFen()).isEqualTo(30_050);
    assertThat(paid.transactionId()).matches("2026[0-9]{24}");
    assertThat(paid.paidAt())
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now().plusSeconds(1));
  }

  @Test
  void a_hall_does_not_see_the_trades_of_another() {
    open("ALI-OTHER-1");
    pay("ALI-OTHER-1");

    assertThat(world.alipay("chinagas").query("ALI-OTHER-1").state())
        .isEqualTo(ProviderPaymentState.NOT_FOUND);
  }

  @Test
  void a_number_the_provider_never_saw_is_not_found() {
    assertThat(gateway.query("ALI-NEVER-1").state()).isEqualTo(ProviderPaymentState.NOT_FOUND);
    assertThat(gateway.queryRefund("ALI-NEVER-1", "R-NEVER-1").state())
        .isEqualTo(ProviderRefundState.NOT_FOUND);
  }

  @Test
  void a_paid_payment_cannot_be_paid_again() {
    open("ALI-TWICE-1");
    pay("ALI-TWICE-1");

    assertThat(world.postJson("/simulators/alipay/ALI-TWICE-1/pay", "{}").statusCode())
        .isEqualTo(409);
    assertThat(fault(() -> open("ALI-TWICE-1")).code()).isEqualTo("ACQ.TRADE_HAS_SUCCESS");
  }

  @Test
  void a_closed_payment_stays_closed() {
    open("ALI-CLOSE-1");
    world.get("/simulators/alipay/ALI-CLOSE-1", "text/html");

    gateway.close("ALI-CLOSE-1");
    gateway.close("ALI-CLOSE-1");

    assertThat(gateway.query("ALI-CLOSE-1").state()).isEqualTo(ProviderPaymentState.CLOSED);
    assertThat(world.postJson("/simulators/alipay/ALI-CLOSE-1/pay", "{}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void an_unscanned_code_has_nothing_to_close_and_a_paid_one_cannot_be_closed() {
    open("ALI-CLOSE-2");
    gateway.close("ALI-CLOSE-2");
    pay("ALI-CLOSE-2");

    PaymentFault fault = fault(() -> gateway.close("ALI-CLOSE-2"));

    assertThat(fault.code()).isEqualTo("ORDERPAID");
    assertThat(fault.isPassing()).isFalse();
  }

  @Test
  void an_expired_code_cannot_be_paid() {
    PrepayOrder open = world.alipayOrder("ALI-LATE-1", 30_050);
    gateway.prepay(
        new PrepayOrder(
            open.paymentNo(),
            open.description(),
            open.amountFen(),
            Instant.now().minusSeconds(5),
            open.notifyUrl()));

    assertThat(world.postJson("/simulators/alipay/ALI-LATE-1/pay", "{}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void part_and_rest_are_refunded_under_their_own_numbers() {
    open("ALI-BACK-1");
    pay("ALI-BACK-1");

    ProviderRefund part =
        gateway.refund(new RefundOrder("R-PART-1", "ALI-BACK-1", 50, 30_050, "降价退差额"));
    assertThat(part.state()).isEqualTo(ProviderRefundState.SUCCESS);
    assertThat(gateway.query("ALI-BACK-1").state()).isEqualTo(ProviderPaymentState.PAID);
    gateway.refund(new RefundOrder("R-PART-2", "ALI-BACK-1", 30_000, 30_050, "订单取消"));

    assertThat(gateway.queryRefund("ALI-BACK-1", "R-PART-1").refundFen()).isEqualTo(50);
    assertThat(gateway.queryRefund("ALI-BACK-1", "R-PART-2").refundFen()).isEqualTo(30_000);
    assertThat(gateway.query("ALI-BACK-1").state()).isEqualTo(ProviderPaymentState.REFUNDED);
  }

  @Test
  void a_refund_asked_for_twice_moves_the_money_once() {
    open("ALI-BACK-2");
    pay("ALI-BACK-2");
    RefundOrder order = new RefundOrder("R-TWICE-1", "ALI-BACK-2", 30_000, 30_050, "订单取消");

    gateway.refund(order);
    ProviderRefund again = gateway.refund(order);

    assertThat(again.state()).isEqualTo(ProviderRefundState.SUCCESS);
    assertThat(again.refundFen()).isEqualTo(30_000);
    PaymentFault tooMuch =
        fault(
            () ->
                gateway.refund(new RefundOrder("R-TWICE-2", "ALI-BACK-2", 30_000, 30_050, "订单取消")));
    assertThat(tooMuch.code()).isEqualTo("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
    PaymentFault otherAmount =
        fault(() -> gateway.refund(new RefundOrder("R-TWICE-1", "ALI-BACK-2", 1, 30_050, "订单取消")));
    assertThat(otherAmount.code()).isEqualTo("ACQ.DISCORDANT_REPEAT_REQUEST");
  }

  @Test
  void an_unpaid_trade_gives_nothing_back() {
    open("ALI-BACK-3");
    world.get("/simulators/alipay/ALI-BACK-3", "text/html");

    PaymentFault fault =
        fault(() -> gateway.refund(new RefundOrder("R-NONE-1", "ALI-BACK-3", 1, 30_050, "取消")));

    assertThat(fault.code()).isEqualTo("ACQ.TRADE_STATUS_ERROR");
  }

  @Test
  void a_request_signed_with_another_key_is_refused() throws Exception {
    AlipaySettings ours = world.alipaySettings("sdca");
    AlipayGateway stranger =
        new AlipayGateway(
            new AlipaySettings(
                ours.appId(),
                ours.sellerId(),
                anotherKey().getPrivate(),
                ours.alipayPublicKey(),
                ours.gateway()));

    PaymentFault fault = fault(() -> stranger.query("ALI-CODE-1"));

    assertThat(fault.code()).isEqualTo("isv.invalid-signature");
  }

  @Test
  void an_application_the_provider_does_not_know_is_refused() {
    AlipaySettings ours = world.alipaySettings("sdca");
    AlipayGateway unknown =
        new AlipayGateway(
            new AlipaySettings(
                "2021999999999999",
                ours.sellerId(),
                ours.appPrivateKey(),
                ours.alipayPublicKey(),
                ours.gateway()));

    assertThat(fault(() -> unknown.query("ALI-CODE-1")).code()).isEqualTo("isv.invalid-app-id");
  }

  @Test
  void an_answer_signed_by_another_is_not_believed() throws Exception {
    open("ALI-FORGED-1");
    pay("ALI-FORGED-1");
    AlipaySettings ours = world.alipaySettings("sdca");
    AlipayGateway misled =
        new AlipayGateway(
            new AlipaySettings(
                ours.appId(),
                ours.sellerId(),
                ours.appPrivateKey(),
                anotherKey().getPublic(),
                ours.gateway()));

    PaymentFault fault = fault(() -> misled.query("ALI-FORGED-1"));

    assertThat(fault.code()).isEqualTo("UNTRUSTED_ANSWER");
    assertThat(fault.isPassing()).isFalse();
  }

  @Test
  void a_provider_that_is_away_is_a_passing_fault() {
    AlipaySettings ours = world.alipaySettings("sdca");
    AlipayGateway away =
        new AlipayGateway(
            new AlipaySettings(
                ours.appId(),
                ours.sellerId(),
                ours.appPrivateKey(),
                ours.alipayPublicKey(),
                URI.create("http://127.0.0.1:1/gateway.do")));

    PaymentFault fault = fault(() -> away.query("ALI-CODE-1"));

    assertThat(fault.isPassing()).isTrue();
    assertThat(fault.code()).isEqualTo("UNREACHABLE");
  }
}
