package io.certhall.processes.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentOrdersTest {

  private static final Instant SOON = Instant.parse("2026-11-20T10:00:00Z");
  private static final URI NOTIFY = URI.create("https://hall.example/callbacks/wechatpay/sdca");

  @Test
  void a_payment_order_keeps_what_it_was_given() {
    PrepayOrder order = new PrepayOrder("P20261120001", "证书服务费", 30000, SOON, NOTIFY);

    assertThat(order.amountFen()).isEqualTo(30000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "有汉字123456", "123456789012345678901234567890123"})
  void a_payment_number_the_provider_would_refuse_is_refused_here(String number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrepayOrder(number, "证书服务费", 1, SOON, NOTIFY))
        .withMessageContaining("paymentNo");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void a_payment_must_be_more_than_nothing(long amountFen) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrepayOrder("P20261120001", "证书服务费", amountFen, SOON, NOTIFY))
        .withMessageContaining("amountFen");
  }

  @Test
  void a_description_has_1_to_127_characters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrepayOrder("P20261120001", "证".repeat(128), 1, SOON, NOTIFY))
        .withMessageContaining("description");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrepayOrder("P20261120001", " ", 1, SOON, NOTIFY))
        .withMessageContaining("description");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/callbacks/wechatpay", "https://hall.example/cb?hall=sdca"})
  void a_notification_address_is_absolute_and_has_no_query(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrepayOrder("P20261120001", "证书服务费", 1, SOON, URI.create(address)))
        .withMessageContaining("notifyUrl");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 30001})
  void a_refund_is_at_most_what_was_paid(long refundFen) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RefundOrder("R1", "P20261120001", refundFen, 30000, "退费"))
        .withMessageContaining("refundFen");
  }

  @Test
  void a_refund_says_why() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RefundOrder("R1", "P20261120001", 1, 30000, ""))
        .withMessageContaining("reason");
  }

  @Test
  void a_prepay_result_leads_somewhere() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PrepayResult(null, null));
  }

  @Test
  void headers_are_found_in_any_case() {
    NotificationRequest request = new NotificationRequest(Map.of("wechatpay-nonce", "n1"), "{}");

    assertThat(request.header("Wechatpay-Nonce")).isEqualTo("n1");
  }
}
