package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.backoffice.api.support.WeChatProvider;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class PaymentsApiTest {

  private static final Map<String, String> WECHAT = Map.of("method", "WECHAT");

  private final Scenes scenes;
  private final WeChatProvider provider = WeChatProvider.running();

  PaymentsApiTest(Scenes scenes) {
    this.scenes = scenes;
  }

  @Test
  @Tag("ZR-21")
  void a_payment_is_opened_over_what_is_due_with_a_code_to_scan() {
    Caller applicant = scenes.applicant();
    String payments = payments(scenes.submitted(applicant), true);

    Answer opened = applicant.post(payments, WECHAT).is(201);

    String paymentNo = opened.string("paymentNo");
    assertThat(opened.string("method")).isEqualTo("WECHAT");
    assertThat(opened.string("state")).isEqualTo("OPEN");
    assertThat(opened.json().path("amountFen").asLong()).isEqualTo(65_000);
    assertThat(opened.string("codeUrl")).startsWith("weixin://").endsWith(paymentNo);
    assertThat(opened.string("expiresAt")).isNotBlank();
    JsonNode asked = provider.opened(paymentNo);
    assertThat(asked.path("amount").path("total").asLong()).isEqualTo(65_000);
    assertThat(asked.path("notify_url").asString())
        .isEqualTo("https://hall.example/callbacks/wechatpay/gscamce");
    assertThat(applicant.get(payments).is(200).each("paymentNo")).containsExactly(paymentNo);
  }

  @Test
  void a_second_click_and_a_repeated_request_open_no_second_payment() {
    Caller applicant = scenes.applicant();
    String payments = payments(scenes.submitted(applicant), true);

    String first = open(applicant, payments, "a");

    assertThat(open(applicant, payments, "a")).isEqualTo(first);
    assertThat(open(applicant, payments, "b")).isEqualTo(first);
    assertThat(applicant.get(payments).each("paymentNo")).containsExactly(first);
  }

  @Test
  void a_request_repeated_after_the_money_came_is_answered_with_the_payment() {
    Caller applicant = scenes.applicant();
    String payments = payments(scenes.submitted(applicant), true);
    String paymentNo = open(applicant, payments, "a");
    provider.pay(paymentNo, 65_000);
    applicant.get(payments + "/" + paymentNo).is(200);

    assertThat(open(applicant, payments, "a")).isEqualTo(paymentNo);
    applicant.post(payments, WECHAT).isProblem(409, "NOTHING_TO_PAY");
  }

  @Test
  void asking_for_an_open_payment_asks_the_provider() {
    Caller applicant = scenes.applicant();
    String orderNo = scenes.submitted(applicant);
    String payments = payments(orderNo, true);
    String payment = payments + "/" + open(applicant, payments, "a");
    assertThat(applicant.get(payment).is(200).string("state")).isEqualTo("OPEN");

    provider.pay(payment.substring(payment.lastIndexOf('/') + 1), 65_000);

    assertThat(applicant.get(payment).is(200).string("state")).isEqualTo("PAID");
    assertThat(applicant.get("/api/v1/orders/" + orderNo).string("payStatus")).isEqualTo("PAID");
  }

  @Test
  @Tag("GS-70")
  void nothing_is_to_be_paid_before_the_order_waits_for_it() {
    Caller applicant = scenes.applicant();

    applicant
        .post(payments(scenes.draft(applicant), false), WECHAT)
        .isProblem(409, "NOTHING_TO_PAY");
  }

  @Test
  void a_method_must_be_named_known_and_offered() {
    Caller applicant = scenes.applicant();
    String payments = payments(scenes.submitted(applicant), true);

    assertThat(applicant.post(payments, "{}").isProblem(400, "FIELD_REQUIRED").fields())
        .containsExactly("method:FIELD_REQUIRED");
    applicant.post(payments, Map.of("method", "CASH")).isProblem(400, "VALUE_UNKNOWN");
    applicant.post(payments, Map.of("method", "TRANSFER")).isProblem(422, "METHOD_NOT_OFFERED");
  }

  @Test
  void anothers_payments_do_not_exist() {
    Caller applicant = scenes.applicant();
    String payments = payments(scenes.submitted(applicant), true);
    String paymentNo = open(applicant, payments, "a");
    Caller stranger = scenes.applicant();

    stranger.post(payments, WECHAT).isProblem(404, "ORDER_UNKNOWN");
    stranger.get(payments).isProblem(404, "ORDER_UNKNOWN");
    stranger.get(payments + "/" + paymentNo).isProblem(404, "ORDER_UNKNOWN");
    stranger
        .get(payments(scenes.draft(stranger), false) + "/" + paymentNo)
        .isProblem(404, "PAYMENT_UNKNOWN");
  }

  private String payments(String orderNo, boolean due) {
    if (due) {
      scenes.waitingForPayment(orderNo);
    }
    return "/api/v1/orders/" + orderNo + "/payments";
  }

  private static String open(Caller applicant, String payments, String key) {
    return applicant.post(payments, WECHAT, "Idempotency-Key", key).is(201).string("paymentNo");
  }
}
