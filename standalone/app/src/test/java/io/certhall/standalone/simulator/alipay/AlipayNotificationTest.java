package io.certhall.standalone.simulator.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.certhall.processes.payment.NotificationRefused;
import io.certhall.processes.payment.NotificationRefused.Reason;
import io.certhall.processes.payment.NotificationRequest;
import io.certhall.processes.payment.PaymentNotification;
import io.certhall.standalone.simulator.RunningSimulators;
import io.certhall.standalone.simulator.ToldMerchant.Told;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlipayNotificationTest {

  private static RunningSimulators world;

  @BeforeAll
  static void start(@TempDir Path data) {
    world = RunningSimulators.start(data, 0);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static List<String> reported(String paymentNo, int times, String how) {
    world.alipay("sdca").prepay(world.alipayOrder(paymentNo, 30_050));
    var answer = world.postJson("/simulators/alipay/" + paymentNo + "/pay", how);
    assertThat(answer.statusCode()).isEqualTo(200);
    return told(paymentNo, times);
  }

  private static List<String> told(String paymentNo, int times) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                world.merchant().told().stream()
                    .map(Told::body)
                    .filter(body -> body.contains("out_trade_no=" + paymentNo + "&"))
                    .toList(),
            bodies -> bodies.size() >= times);
  }

  private static PaymentNotification read(String hall, String body) {
    return world.alipay(hall).parseNotification(new NotificationRequest(Map.of(), body));
  }

  private static Reason refusal(String hall, String body) {
    return assertThatExceptionOfType(NotificationRefused.class)
        .isThrownBy(() -> read(hall, body))
        .actual()
        .reason();
  }

  private static Map<String, String> fields(String body) {
    Map<String, String> fields = new TreeMap<>();
    Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return fields;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Correctly signed by the provider, with one field as we like it. */
  private static String signedWith(String body, String field, String value) {
    Map<String, String> changed = fields(body);
    changed.keySet().removeAll(List.of("sign", "sign_type"));
    changed.put(field, value);
    return form(
        new AlipaySignatures(world.alipayMerchants(), java.time.Clock.systemUTC()).signed(changed));
  }

  @Test
  void a_report_tells_what_was_paid() {
    String body = reported("ALN-PAID-1", 1, "{}").getFirst();

    PaymentNotification paid = read("sdca", body);

    assertThat(paid.paymentNo()).isEqualTo("ALN-PAID-1");
    assertThat(paid.amountFen()).isEqualTo(30_050);
    assertThat(paid.success()).isTrue();
    assertThat(paid.transactionId()).matches("2026[0-9]{24}");
    assertThat(paid.successTime()).isNotNull();
    assertThat(paid.appId()).isEqualTo(world.alipaySettings("sdca").appId());
  }

  @Test
  void a_report_is_repeated_until_the_word_success_comes_back() {
    world.merchant().refuseNext(2);

    List<String> bodies = reported("ALN-AGAIN-1", 3, "{}");

    assertThat(bodies.stream().map(body -> fields(body).get("notify_id")).distinct()).hasSize(1);
  }

  @Test
  void copies_and_an_old_report_come_with_the_same_id() {
    reported("ALN-COPY-1", 3, "{\"times\": 3}");
    var again = world.postJson("/simulators/alipay/ALN-COPY-1/pay", "{\"times\": 2}");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(told("ALN-COPY-1", 5).stream().map(body -> fields(body).get("notify_id")).distinct())
        .hasSize(1);
  }

  @Test
  void a_report_of_another_amount_is_signed_and_says_so() {
    String body = reported("ALN-FALSE-1", 1, "{\"amountFen\": 1}").getFirst();

    assertThat(read("sdca", body).amountFen()).isEqualTo(1);
    assertThat(world.get("/simulators/alipay/ALN-FALSE-1", "text/html").body()).contains("300.50");
  }

  @Test
  void a_report_with_one_field_changed_is_forged() {
    String body = reported("ALN-FORGED-1", 1, "{}").getFirst();
    Map<String, String> changed = fields(body);
    changed.put("total_amount", "0.01");

    assertThat(refusal("sdca", form(changed))).isEqualTo(Reason.FORGED);
    assertThat(refusal("sdca", body.replace("sign=", "sign=AAAA"))).isEqualTo(Reason.FORGED);
    changed = fields(body);
    changed.put("sign_type", "RSA");
    changed.put("sign", "AAAA");
    assertThat(refusal("sdca", form(changed))).isEqualTo(Reason.FORGED);
  }

  @Test
  void a_report_for_another_hall_seller_or_application_is_refused() {
    String body = reported("ALN-OTHER-1", 1, "{}").getFirst();

    assertThat(refusal("chinagas", body)).isEqualTo(Reason.WRONG_MERCHANT);
    assertThat(refusal("sdca", signedWith(body, "seller_id", "2088000000000000")))
        .isEqualTo(Reason.WRONG_MERCHANT);
    assertThat(refusal("sdca", signedWith(body, "app_id", "2021000000000000")))
        .isEqualTo(Reason.WRONG_MERCHANT);
  }

  @Test
  void a_report_older_than_the_provider_repeats_or_from_the_future_is_stale() {
    String body = reported("ALN-STALE-1", 1, "{}").getFirst();

    assertThat(refusal("sdca", signedWith(body, "notify_time", "2024-01-01 00:00:00")))
        .isEqualTo(Reason.STALE);
    assertThat(refusal("sdca", signedWith(body, "notify_time", "2099-01-01 00:00:00")))
        .isEqualTo(Reason.STALE);
  }

  @Test
  void a_report_that_cannot_be_read_is_malformed() {
    String body = reported("ALN-ODD-1", 1, "{}").getFirst();

    assertThat(refusal("sdca", "")).isEqualTo(Reason.MALFORMED);
    assertThat(refusal("sdca", "a=1")).isEqualTo(Reason.MALFORMED);
    assertThat(refusal("sdca", body + "&out_trade_no=X")).isEqualTo(Reason.MALFORMED);
    assertThat(refusal("sdca", signedWith(body, "total_amount", "300.505")))
        .isEqualTo(Reason.MALFORMED);
    assertThat(refusal("sdca", signedWith(body, "notify_time", "yesterday")))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void a_report_that_nothing_was_paid_is_no_success() {
    String body = reported("ALN-CLOSED-1", 1, "{}").getFirst();

    assertThat(read("sdca", signedWith(body, "trade_status", "TRADE_CLOSED")).success()).isFalse();
    assertThat(read("sdca", signedWith(body, "trade_status", "TRADE_FINISHED")).success()).isTrue();
  }
}
