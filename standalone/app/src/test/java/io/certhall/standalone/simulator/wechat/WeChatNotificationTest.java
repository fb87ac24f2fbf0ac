package io.certhall.standalone.simulator.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.certhall.backoffice.payment.wechat.WeChatPayGateway;
import io.certhall.backoffice.payment.wechat.WeChatPaySettings;
import io.certhall.processes.payment.NotificationRefused;
import io.certhall.processes.payment.NotificationRefused.Reason;
import io.certhall.processes.payment.NotificationRequest;
import io.certhall.processes.payment.PaymentNotification;
import io.certhall.processes.payment.ProviderPaymentState;
import io.certhall.standalone.simulator.RunningSimulators;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeChatNotificationTest {

  private static final Duration SOON = Duration.ofSeconds(10);

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

  /** What the merchant was told about one payment, in the order of arrival. */
  private static List<PaymentNotification> told(String paymentNo) {
    return world.merchant().told().stream()
        .map(told -> gateway.parseNotification(RunningSimulators.request(told)))
        .filter(notification -> notification.paymentNo().equals(paymentNo))
        .toList();
  }

  private static void pay(String paymentNo, String how) {
    gateway.prepay(world.order(paymentNo, 30000));
    var answer = world.postJson("/simulators/wechatpay/" + paymentNo + "/pay", how);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static NotificationRequest signed(String body, Clock clock, SimulatedWeChatKeys keys) {
    return new NotificationRequest(new PlatformSignature(keys, clock).headers(body), body);
  }

  private static String body(String transaction, SimulatedWeChatKeys keys) {
    PlatformSignature platform = new PlatformSignature(keys, Clock.systemUTC());
    return WeChatMessages.json(
        Map.of(
            "id",
            "EV-1",
            "event_type",
            "TRANSACTION.SUCCESS",
            "resource",
            platform.encrypted("transaction", transaction)));
  }

  private static String transaction() {
    return """
        {"appid":"%s","mchid":"%s","out_trade_no":"PAY-MADE-1","transaction_id":"4200",
         "trade_state":"SUCCESS","success_time":"2026-11-20T10:00:00+08:00",
         "amount":{"total":30000,"currency":"CNY"}}
        """
        .formatted(world.keys().appId(), world.keys().merchantId());
  }

  private static Reason refusal(NotificationRequest request) {
    return refusal(gateway, request);
  }

  private static Reason refusal(WeChatPayGateway by, NotificationRequest request) {
    return assertThatExceptionOfType(NotificationRefused.class)
        .isThrownBy(() -> by.parseNotification(request))
        .actual()
        .reason();
  }

  private static NotificationRequest genuine() {
    return signed(body(transaction(), world.keys()), Clock.systemUTC(), world.keys());
  }

  @Test
  void a_payment_is_reported_with_all_that_the_database_must_check() {
    pay("PAY-TOLD-1", "{}");

    await().atMost(SOON).until(() -> !told("PAY-TOLD-1").isEmpty());

    PaymentNotification told = told("PAY-TOLD-1").get(0);
    assertThat(told.success()).isTrue();
    assertThat(told.amountFen()).isEqualTo(30000);
    assertThat(told.currency()).isEqualTo("CNY");
    assertThat(told.merchantId()).isEqualTo(world.keys().merchantId());
    assertThat(told.appId()).isEqualTo(world.keys().appId());
    assertThat(told.transactionId()).isEqualTo(gateway.query("PAY-TOLD-1").transactionId());
    assertThat(told.notifyId()).isNotBlank();
    assertThat(told.nonce()).isNotBlank();
    assertThat(told.successTime()).isNotNull();
  }

  @Test
  void a_report_of_another_amount_arrives_as_such_and_pays_nothing() {
    pay("PAY-WRONG-1", "{\"amountFen\": 1}");

    await().atMost(SOON).until(() -> !told("PAY-WRONG-1").isEmpty());

    assertThat(told("PAY-WRONG-1").get(0).amountFen()).isEqualTo(1);
    assertThat(gateway.query("PAY-WRONG-1").state()).isEqualTo(ProviderPaymentState.NOT_PAID);

    pay("PAY-WRONG-1", "{}");
    assertThat(gateway.query("PAY-WRONG-1").state()).isEqualTo(ProviderPaymentState.PAID);
  }

  @Test
  void copies_of_a_report_have_one_id_and_each_its_own_nonce() {
    pay("PAY-COPIES-1", "{\"times\": 5}");

    await().atMost(SOON).until(() -> told("PAY-COPIES-1").size() == 5);

    assertThat(told("PAY-COPIES-1"))
        .extracting(PaymentNotification::notifyId)
        .containsOnly(told("PAY-COPIES-1").get(0).notifyId());
    assertThat(told("PAY-COPIES-1")).extracting(PaymentNotification::nonce).doesNotHaveDuplicates();

    var again = world.postJson("/simulators/wechatpay/PAY-COPIES-1/pay", "{\"times\": 2}");
    assertThat(again.statusCode()).isEqualTo(200);
    await().atMost(SOON).until(() -> told("PAY-COPIES-1").size() == 7);
  }

  @Test
  void a_report_comes_again_until_it_is_accepted() {
    world.merchant().refuseNext(2);

    pay("PAY-AGAIN-1", "{\"delayMs\": 50}");

    await().atMost(SOON).until(() -> told("PAY-AGAIN-1").size() == 3);
    await().during(Duration.ofMillis(600)).until(() -> told("PAY-AGAIN-1").size() == 3);
  }

  @Test
  void a_genuine_report_is_believed() {
    PaymentNotification told = gateway.parseNotification(genuine());

    assertThat(told.notifyId()).isEqualTo("EV-1");
    assertThat(told.paymentNo()).isEqualTo("PAY-MADE-1");
  }

  @Test
  void a_report_signed_with_another_key_is_forged() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair evil = generator.generateKeyPair();
    SimulatedWeChatKeys ours = world.keys();
    SimulatedWeChatKeys theirs =
        new SimulatedWeChatKeys(
            ours.appId(),
            ours.merchantId(),
            ours.merchantSerial(),
            ours.merchant(),
            evil,
            ours.platformPublicKeyId(),
            ours.apiV3Key());

    assertThat(refusal(signed(body(transaction(), ours), Clock.systemUTC(), theirs)))
        .isEqualTo(Reason.FORGED);
  }

  @Test
  void a_changed_report_is_forged() {
    NotificationRequest genuine = genuine();

    assertThat(
            refusal(
                new NotificationRequest(genuine.headers(), genuine.body().replace("EV-1", "EV-2"))))
        .isEqualTo(Reason.FORGED);
  }

  @Test
  void the_providers_probe_with_a_false_signature_is_forged() {
    NotificationRequest genuine = genuine();
    Map<String, String> headers = new HashMap<>(genuine.headers());
    headers.put("Wechatpay-Signature", "WECHATPAY/SIGNTEST/" + "A".repeat(40));

    assertThat(refusal(new NotificationRequest(headers, genuine.body())))
        .isIn(Reason.FORGED, Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3600, -301, 330})
  void a_correctly_signed_report_from_another_time_is_stale(long seconds) {
    Clock then = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));

    assertThat(refusal(signed(body(transaction(), world.keys()), then, world.keys())))
        .isEqualTo(Reason.STALE);
  }

  @Test
  void a_report_for_another_merchant_is_refused() {
    assertThat(refusal(gatewayOf("1900000002", world.keys().appId()), genuine()))
        .isEqualTo(Reason.WRONG_MERCHANT);
    assertThat(refusal(gatewayOf(world.keys().merchantId(), "wx0000000000000000"), genuine()))
        .isEqualTo(Reason.WRONG_MERCHANT);
  }

  private static WeChatPayGateway gatewayOf(String merchantId, String appId) {
    WeChatPaySettings ours = world.weChatSettings();
    return new WeChatPayGateway(
        new WeChatPaySettings(
            appId,
            merchantId,
            ours.merchantSerial(),
            ours.merchantPrivateKey(),
            ours.platformPublicKey(),
            ours.platformPublicKeyId(),
            ours.apiV3Key(),
            ours.baseUrl()));
  }

  @Test
  void a_report_in_another_currency_is_refused() {
    String dollars = transaction().replace("CNY", "USD");

    assertThat(refusal(signed(body(dollars, world.keys()), Clock.systemUTC(), world.keys())))
        .isEqualTo(Reason.WRONG_CURRENCY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wechatpay-Serial",
        "Wechatpay-Signature",
        "Wechatpay-Timestamp",
        "Wechatpay-Nonce"
      })
  void a_report_without_one_of_its_headers_is_malformed(String name) {
    NotificationRequest genuine = genuine();
    Map<String, String> headers = new HashMap<>(genuine.headers());
    headers.remove(name);

    assertThat(refusal(new NotificationRequest(headers, genuine.body())))
        .isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "{}", "[]", "{\"resource\":{}}"})
  void a_signed_body_that_is_no_report_is_malformed(String body) {
    assertThat(refusal(signed(body, Clock.systemUTC(), world.keys()))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out_trade_no", "transaction_id", "trade_state", "amount", "total"})
  void a_report_that_lacks_a_field_is_malformed(String field) {
    String lacking = transaction().replace("\"" + field + "\"", "\"other\"");

    assertThat(refusal(signed(body(lacking, world.keys()), Clock.systemUTC(), world.keys())))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void a_report_closed_with_another_key_is_malformed() {
    SimulatedWeChatKeys ours = world.keys();
    SimulatedWeChatKeys otherV3 =
        new SimulatedWeChatKeys(
            ours.appId(),
            ours.merchantId(),
            ours.merchantSerial(),
            ours.merchant(),
            ours.platform(),
            ours.platformPublicKeyId(),
            "f".repeat(32));

    assertThat(refusal(signed(body(transaction(), otherV3), Clock.systemUTC(), ours)))
        .isEqualTo(Reason.MALFORMED);
  }
}
