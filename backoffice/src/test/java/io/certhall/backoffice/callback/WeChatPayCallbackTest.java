package io.certhall.backoffice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import io.certhall.backoffice.api.support.WeChatProvider;
import io.certhall.backoffice.api.support.WeChatProvider.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ApiTest
class WeChatPayCallbackTest {

  private static final long DUE = 65_000;

  private final Api api;
  private final Scenes scenes;
  private final WeChatProvider provider = WeChatProvider.running();

  WeChatPayCallbackTest(Api api, Scenes scenes) {
    this.api = api;
    this.scenes = scenes;
  }

  @Test
  void a_signed_report_settles_the_order() {
    Open open = open();

    Answer answer = tell(provider.report(open.paymentNo(), DUE)).is(200);

    assertThat(answer.json().toString()).isEqualTo("{\"code\":\"SUCCESS\",\"message\":\"成功\"}");
    assertThat(open.payStatus()).isEqualTo("PAID");
    assertThat(open.timeline()).containsOnlyOnce("PAID");
  }

  @Test
  void a_report_replayed_within_five_minutes_is_counted_once() {
    Open open = open();
    Report report = provider.report(open.paymentNo(), DUE);

    tell(report).is(200);
    tell(report).is(200);
    tell(provider.report(open.paymentNo(), DUE)).is(200);

    assertThat(open.timeline()).containsOnlyOnce("PAID").doesNotContain("LATE_PAYMENT");
  }

  @Test
  void reports_that_arrive_together_are_counted_once() {
    Open open = open();
    Report report = provider.report(open.paymentNo(), DUE);

    IntStream.range(0, 8)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> tell(report)))
        .toList()
        .forEach(CompletableFuture::join);

    tell(report).is(200);
    assertThat(open.payStatus()).isEqualTo("PAID");
    assertThat(open.timeline()).containsOnlyOnce("PAID").doesNotContain("LATE_PAYMENT");
  }

  @Test
  void a_report_replayed_after_five_minutes_is_refused() {
    Open open = open();
    Instant longAgo = Instant.now().minus(Duration.ofMinutes(6));

    refused(tell(provider.reportSignedAt(open.paymentNo(), DUE, longAgo)), 401);

    assertThat(open.payStatus()).isEqualTo("PAYING");
  }

  @Test
  void a_report_that_was_changed_on_its_way_is_refused() {
    Open open = open();
    Report report = provider.report(open.paymentNo(), DUE);

    refused(tell(report.with(report.body() + " ")), 401);
    refused(tell(report.with(report.body().replace("支付成功", "已支付"))), 401);

    assertThat(open.payStatus()).isEqualTo("PAYING");
  }

  @Test
  void a_report_without_a_signature_or_without_content_is_refused() {
    Open open = open();
    Report report = provider.report(open.paymentNo(), DUE);

    refused(tell(new Report(report.body(), Map.of())), 400);
    refused(tell(report.with("")), 401);
    assertThat(open.payStatus()).isEqualTo("PAYING");
  }

  @Test
  void a_report_for_another_merchant_is_refused() {
    Open open = open();

    refused(tell(provider.reportForMerchant(open.paymentNo(), DUE, "1900000002")), 401);

    assertThat(open.payStatus()).isEqualTo("PAYING");
  }

  @Test
  void a_report_in_another_currency_is_refused() {
    Open open = open();
    Map<String, Object> dollars = WeChatProvider.transaction(open.paymentNo(), DUE, "1900000001");
    dollars.put("amount", Map.of("total", DUE, "currency", "USD"));

    refused(tell(provider.report(dollars, Instant.now())), 400);

    assertThat(open.payStatus()).isEqualTo("PAYING");
  }

  @Test
  void a_report_over_another_amount_is_refused_and_the_order_waits() {
    Open open = open();

    refused(tell(provider.report(open.paymentNo(), DUE - 1)), 422);

    assertThat(open.payStatus()).isEqualTo("PAYING");
    tell(provider.report(open.paymentNo(), DUE)).is(200);
    assertThat(open.payStatus()).isEqualTo("PAID");
  }

  @Test
  void a_report_of_an_unknown_payment_or_of_another_halls_is_refused() {
    Open open = open();

    refused(tell(provider.report("P00000000000000", DUE)), 404);
    refused(
        api.post(
            "/callbacks/wechatpay/sdca",
            provider.report(open.paymentNo(), DUE).body(),
            provider.report(open.paymentNo(), DUE).headerList()),
        401);
    Report report = provider.report(open.paymentNo(), DUE);
    refused(api.post("/callbacks/wechatpay/sdca", report.body(), report.headerList()), 404);
    assertThat(open.payStatus()).isEqualTo("PAYING");
  }

  @Test
  void a_report_of_an_attempt_that_failed_is_taken_and_changes_nothing() {
    Open open = open();
    Map<String, Object> failed = WeChatProvider.transaction(open.paymentNo(), DUE, "1900000001");
    failed.put("trade_state", "PAYERROR");

    tell(provider.report(failed, Instant.now())).is(200);

    assertThat(open.payStatus()).isEqualTo("PAYING");
  }

  @Test
  void money_for_an_order_that_is_over_goes_back() {
    Open open = open();
    open.owner().step("/api/v1/orders/" + open.orderNo() + "/withdraw").is(200);

    tell(provider.report(open.paymentNo(), DUE)).is(200);

    assertThat(open.timeline()).contains("LATE_PAYMENT", "REFUND_REQUESTED");
    assertThat(open.owner().get("/api/v1/orders/" + open.orderNo()).string("state"))
        .isEqualTo("CANCELLED");
  }

  @Test
  void an_endless_report_is_not_read() {
    Report report = provider.report("P1", DUE);

    refused(tell(report.with("x".repeat(70_000))), 413);
  }

  private void refused(Answer answer, int status) {
    answer.is(status);
    assertThat(answer.string("code")).isEqualTo("FAIL");
    assertThat(answer.string("message")).isNotBlank();
  }

  private Answer tell(Report report) {
    return api.post("/callbacks/wechatpay/gscamce", report.body(), report.headerList());
  }

  private Open open() {
    Caller owner = scenes.applicant();
    String orderNo = scenes.submitted(owner);
    scenes.waitingForPayment(orderNo);
    String paymentNo =
        owner
            .post("/api/v1/orders/" + orderNo + "/payments", Map.of("method", "WECHAT"))
            .is(201)
            .string("paymentNo");
    return new Open(owner, orderNo, paymentNo);
  }

  /** An order with an open payment. */
  private record Open(Caller owner, String orderNo, String paymentNo) {

    String payStatus() {
      return owner.get("/api/v1/orders/" + orderNo).is(200).string("payStatus");
    }

    java.util.List<String> timeline() {
      return owner.get("/api/v1/orders/" + orderNo + "/timeline").is(200).each("kind");
    }
  }
}
