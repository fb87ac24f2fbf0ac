package io.certhall.backoffice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.AlipayProvider;
import io.certhall.backoffice.api.support.Answer;
import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import io.certhall.backoffice.api.support.Caller;
import io.certhall.backoffice.api.support.Scenes;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
class AlipayCallbackTest {

  private static final String DUE = "650.00";

  private final Api api;
  private final Scenes scenes;
  private final AlipayProvider provider = AlipayProvider.running();

  AlipayCallbackTest(Api api, Scenes scenes) {
    this.api = api;
    this.scenes = scenes;
  }

  @Test
  @Tag("GS-72")
  void a_signed_report_settles_the_order_and_is_answered_with_the_word() {
    Open open = open();

    Answer answer = tell(provider.report(provider.fields(open.paymentNo(), DUE)), 200);

    assertThat(answer.text()).isEqualTo("success");
    assertThat(open.payStatus()).isEqualTo("PAID");
  }

  @Test
  void a_report_that_comes_again_is_counted_once() {
    Open open = open();
    String report = provider.report(provider.fields(open.paymentNo(), DUE));

    tell(report, 200);
    tell(report, 200);
    tell(provider.report(provider.fields(open.paymentNo(), DUE)), 200);

    assertThat(open.timeline()).containsOnlyOnce("PAID").doesNotContain("LATE_PAYMENT");
  }

  @Test
  void forged_foreign_or_changed_reports_are_refused() {
    Open open = open();
    Map<String, String> fields = provider.fields(open.paymentNo(), DUE);

    refused(provider.forged(fields), 401);
    refused(provider.report(fields).replace("650.00", "650.01"), 401);
    fields.put("seller_id", "2088999999999999");
    refused(provider.report(fields), 401);
    fields.put("seller_id", "2088000000000001");
    fields.put("app_id", "2021999999999999");
    refused(provider.report(fields), 401);
    refused("", 400);
    assertThat(open.payStatus()).isEqualTo("PAYING");
  }

  @Test
  void another_amount_or_an_unknown_number_counts_for_nothing() {
    Open open = open();

    refused(provider.report(provider.fields(open.paymentNo(), "0.01")), 422);
    refused(provider.report(provider.fields("P00000000000000", DUE)), 404);
    refused("/callbacks/alipay/sdca", provider.report(provider.fields(open.paymentNo(), DUE)), 404);

    assertThat(open.payStatus()).isEqualTo("PAYING");
  }

  @Test
  void money_for_an_order_that_is_over_goes_back() {
    Open open = open();
    open.owner().step("/api/v1/orders/" + open.orderNo() + "/withdraw").is(200);

    tell(provider.report(provider.fields(open.paymentNo(), DUE)), 200);

    assertThat(open.timeline()).contains("LATE_PAYMENT", "REFUND_REQUESTED");
    assertThat(open.owner().get("/api/v1/orders/" + open.orderNo()).string("state"))
        .isEqualTo("CANCELLED");
    assertThat(
            open.owner().get("/api/v1/orders/" + open.orderNo() + "/refunds").is(200).each("state"))
        .containsExactly("REQUESTED");
  }

  private void refused(String report, int status) {
    refused("/callbacks/alipay/gscamce", report, status);
  }

  private void refused(String address, String report, int status) {
    assertThat(post(address, report).is(status).text()).isEqualTo("failure");
  }

  private Answer tell(String report, int status) {
    return post("/callbacks/alipay/gscamce", report).is(status);
  }

  private Answer post(String address, String report) {
    return api.send(
        api.request(address)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(report)));
  }

  private Open open() {
    Caller owner = scenes.applicant();
    String orderNo = scenes.submitted(owner);
    scenes.waitingForPayment(orderNo);
    String paymentNo =
        owner
            .post("/api/v1/orders/" + orderNo + "/payments", Map.of("method", "ALIPAY"))
            .is(201)
            .string("paymentNo");
    return new Open(owner, orderNo, paymentNo);
  }

  /** An order with an open payment. */
  private record Open(Caller owner, String orderNo, String paymentNo) {

    String payStatus() {
      return owner.get("/api/v1/orders/" + orderNo).is(200).string("payStatus");
    }

    List<String> timeline() {
      return owner.get("/api/v1/orders/" + orderNo + "/timeline").is(200).each("kind");
    }
  }
}
