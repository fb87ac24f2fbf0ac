package io.certhall.standalone.simulator.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.certhall.backoffice.payment.wechat.WeChatPayGateway;
import io.certhall.backoffice.payment.wechat.WeChatPaySettings;
import io.certhall.processes.payment.PaymentFault;
import io.certhall.processes.payment.PrepayOrder;
import io.certhall.processes.payment.ProviderPayment;
import io.certhall.processes.payment.ProviderPaymentState;
import io.certhall.processes.payment.ProviderRefund;
import io.certhall.processes.payment.ProviderRefundState;
import io.certhall.processes.payment.RefundOrder;
import io.certhall.standalone.simulator.RunningSimulators;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeChatPayGatewayTest {

  private static RunningSimulators world;
  private static WeChatPayGateway gateway;

  @BeforeAll
  static void start(@TempDir Path data) {
    world = RunningSimulators.start(data, 0);
    gateway = world.weChat();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static void pay(String paymentNo) {
    assertThat(world.postJson("/simulators/wechatpay/" + paymentNo + "/pay", "{}").statusCode())
        .isEqualTo(200);
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
  void a_payment_gets_a_code_to_scan_and_the_same_code_when_asked_again() {
    PrepayOrder order = world.order("PAY-CODE-1", 30000);

    String code = gateway.prepay(order).codeUrl();

    assertThat(code).matches("weixin://wxpay/bizpayurl\\?pr=[0-9A-Za-z]{9}");
    assertThat(gateway.prepay(order).codeUrl()).isEqualTo(code);
  }

  @Test
  void a_number_cannot_be_used_for_another_amount() {
    gateway.prepay(world.order("PAY-USED-1", 30000));

    PaymentFault fault = fault(() -> gateway.prepay(world.order("PAY-USED-1", 1)));

    assertThat(fault.code()).isEqualTo("OUT_TRADE_NO_USED");
    assertThat(fault.isPassing()).isFalse();
  }

  @Test
  void a_payment_is_unpaid_until_the_phone_pays() {
    gateway.prepay(world.order("PAY-QUERY-1", 30000));
    assertThat(gateway.query("PAY-QUERY-1").state()).isEqualTo(ProviderPaymentState.NOT_PAID);

    pay("PAY-QUERY-1");

    ProviderPayment paid = gateway.query("PAY-QUERY-1");
    assertThat(paid.state()).isEqualTo(ProviderPaymentState.PAID);
    assertThat(paid.amountFen()).isEqualTo(30000);
    assertThat(paid.transactionId()).matches("4200[0-9]{24}");
    assertThat(paid.paidAt())
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now().plusSeconds(1));
  }

  @Test
  void a_number_the_provider_never_saw_is_not_found() {
    assertThat(gateway.query("PAY-NEVER-1").state()).isEqualTo(ProviderPaymentState.NOT_FOUND);
    assertThat(gateway.queryRefund("PAY-NEVER-1", "R-NEVER-1").state())
        .isEqualTo(ProviderRefundState.NOT_FOUND);
  }

  @Test
  void a_paid_payment_cannot_be_paid_again() {
    gateway.prepay(world.order("PAY-TWICE-1", 30000));
    pay("PAY-TWICE-1");

    assertThat(world.postJson("/simulators/wechatpay/PAY-TWICE-1/pay", "{}").statusCode())
        .isEqualTo(409);
    assertThat(fault(() -> gateway.prepay(world.order("PAY-TWICE-1", 30000))).code())
        .isEqualTo("ORDERPAID");
  }

  @Test
  void a_closed_payment_stays_closed() {
    gateway.prepay(world.order("PAY-CLOSE-1", 30000));

    gateway.close("PAY-CLOSE-1");
    gateway.close("PAY-CLOSE-1");

    assertThat(gateway.query("PAY-CLOSE-1").state()).isEqualTo(ProviderPaymentState.CLOSED);
    assertThat(world.postJson("/simulators/wechatpay/PAY-CLOSE-1/pay", "{}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_paid_payment_cannot_be_closed() {
    gateway.prepay(world.order("PAY-CLOSE-2", 30000));
    pay("PAY-CLOSE-2");

    PaymentFault fault = fault(() -> gateway.close("PAY-CLOSE-2"));

    assertThat(fault.code()).isEqualTo("ORDERPAID");
    assertThat(fault.isPassing()).isFalse();
  }

  @Test
  void an_expired_payment_cannot_be_paid() {
    PrepayOrder open = world.order("PAY-LATE-1", 30000);
    gateway.prepay(
        new PrepayOrder(
            open.paymentNo(),
            open.description(),
            open.amountFen(),
            Instant.now().minusSeconds(1),
            open.notifyUrl()));

    assertThat(world.postJson("/simulators/wechatpay/PAY-LATE-1/pay", "{}").body())
        .contains("ORDER_EXPIRED");
    assertThat(gateway.query("PAY-LATE-1").state()).isEqualTo(ProviderPaymentState.NOT_PAID);
  }

  @Test
  void a_payment_is_given_back_in_parts_but_never_more_than_was_paid() {
    gateway.prepay(world.order("PAY-BACK-1", 30000));
    pay("PAY-BACK-1");

    ProviderRefund part =
        gateway.refund(new RefundOrder("R-BACK-1", "PAY-BACK-1", 10000, 30000, "审核未通过"));
    assertThat(part.state()).isEqualTo(ProviderRefundState.PROCESSING);
    assertThat(part.refundFen()).isEqualTo(10000);
    assertThat(gateway.query("PAY-BACK-1").state()).isEqualTo(ProviderPaymentState.REFUNDED);

    PaymentFault tooMuch =
        fault(
            () -> gateway.refund(new RefundOrder("R-BACK-2", "PAY-BACK-1", 20001, 30000, "审核未通过")));
    assertThat(tooMuch.code()).isEqualTo("INVALID_REQUEST");
    assertThat(tooMuch.isPassing()).isFalse();

    gateway.refund(new RefundOrder("R-BACK-3", "PAY-BACK-1", 20000, 30000, "审核未通过"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(gateway.queryRefund("PAY-BACK-1", "R-BACK-1").state())
                    .isEqualTo(ProviderRefundState.SUCCESS));
  }

  @Test
  void the_same_refund_is_paid_once_and_cannot_change_its_amount() {
    gateway.prepay(world.order("PAY-BACK-4", 30000));
    pay("PAY-BACK-4");
    RefundOrder order = new RefundOrder("R-BACK-4", "PAY-BACK-4", 20000, 30000, "重复付款");

    ProviderRefund first = gateway.refund(order);
    ProviderRefund second = gateway.refund(order);

    assertThat(second.providerRefundId()).isEqualTo(first.providerRefundId());
    assertThat(
            fault(() -> gateway.refund(new RefundOrder("R-BACK-4", "PAY-BACK-4", 1, 30000, "重复付款")))
                .code())
        .isEqualTo("INVALID_REQUEST");
  }

  @Test
  void an_unpaid_payment_cannot_be_given_back() {
    gateway.prepay(world.order("PAY-BACK-5", 30000));

    assertThat(
            fault(() -> gateway.refund(new RefundOrder("R-BACK-5", "PAY-BACK-5", 1, 30000, "退费")))
                .isPassing())
        .isFalse();
  }

  @Test
  void an_answer_signed_by_someone_else_is_not_believed() throws Exception {
    WeChatPaySettings ours = world.weChatSettings();
    WeChatPayGateway deceived =
        new WeChatPayGateway(
            new WeChatPaySettings(
                ours.appId(),
                ours.merchantId(),
                ours.merchantSerial(),
                ours.merchantPrivateKey(),
                anotherKey().getPublic(),
                ours.platformPublicKeyId(),
                ours.apiV3Key(),
                ours.baseUrl()));

    PaymentFault fault = fault(() -> deceived.prepay(world.order("PAY-FORGED-1", 30000)));

    assertThat(fault.code()).isEqualTo("UNTRUSTED_ANSWER");
    assertThat(fault.isPassing()).isFalse();
  }

  @Test
  void a_request_signed_with_another_key_is_refused() throws Exception {
    WeChatPaySettings ours = world.weChatSettings();
    WeChatPayGateway impostor =
        new WeChatPayGateway(
            new WeChatPaySettings(
                ours.appId(),
                ours.merchantId(),
                ours.merchantSerial(),
                anotherKey().getPrivate(),
                ours.platformPublicKey(),
                ours.platformPublicKeyId(),
                ours.apiV3Key(),
                ours.baseUrl()));

    PaymentFault fault = fault(() -> impostor.prepay(world.order("PAY-FORGED-2", 30000)));

    assertThat(fault.code()).isEqualTo("SIGN_ERROR");
    assertThat(gateway.query("PAY-FORGED-2").state()).isEqualTo(ProviderPaymentState.NOT_FOUND);
  }

  @Test
  void a_request_without_signature_is_refused_with_the_providers_words() {
    var answer = world.postJson("/simulators/wechatpay/v3/pay/transactions/native", "{}");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"SIGN_ERROR\"", "\"message\"");
    assertThat(answer.headers().firstValue("Wechatpay-Signature")).isPresent();
  }
}
