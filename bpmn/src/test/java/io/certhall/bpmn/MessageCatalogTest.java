package io.certhall.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageCatalogTest {

  private final MessageCatalog catalog = MessageCatalog.of(TestPacks.gscamce());

  @Test
  void the_hall_s_own_messages_stand_beside_the_shared_ones() {
    assertThat(catalog.all())
        .extracting(MessageTemplate::id)
        .contains(
            "MSG-01", "MSG-02", "MSG-03", "MSG-04", "MSG-05", "MSG-06", "MSG-07", "MSG-08",
            "MSG-09", "MSG-10", "MSG-11", "MSG-12", "MSG-20", "MSG-21", "MSG-22", "MSG-23",
            "MSG-24", "MSG-25", "MSG-26", "MSG-27", "MSG-28", "MSG-90", "MSG-91");
  }

  @Test
  void a_message_is_put_into_words_in_both_languages() {
    Map<String, String> values =
        Map.of("hall", "甘肃中工国际", "orderNo", "20261120120000001", "amount", "650");

    assertThat(catalog.text("MSG-22", "zh", values))
        .isEqualTo("【甘肃中工国际】申请20261120120000001审核通过，应缴650元，请到\"支付订单\"付款。");
    assertThat(catalog.text("MSG-22", "en", values)).contains("CNY 650 is due");
  }

  @Test
  void a_value_with_signs_of_its_own_is_put_in_as_it_is() {
    assertThat(
            catalog.text(
                "MSG-23", "zh", Map.of("hall", "h", "orderNo", "1", "reason", "$1 \\ {hall}")))
        .contains("$1 \\ {hall}");
  }

  @Test
  void a_missing_value_is_told_with_message_and_name() {
    assertThatThrownBy(() -> catalog.text("MSG-22", "zh", Map.of("hall", "h", "orderNo", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MSG-22")
        .hasMessageContaining("{amount}");
  }

  @Test
  void a_message_that_does_not_exist_is_told() {
    assertThatThrownBy(() -> catalog.text("MSG-99", "zh", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MSG-99");
  }

  @Test
  void a_hall_may_put_its_own_words_over_a_shared_message() {
    MessageCatalog own =
        MessageCatalog.of(
            TestPacks.with(
                "messages.yaml",
                text -> text + "\n  - {id: MSG-02, channels: [IN_APP], zh: 收到, en: Received}\n"));

    assertThat(own.text("MSG-02", "zh", Map.of())).isEqualTo("收到");
  }

  @Test
  void a_provider_gets_the_words_without_the_signature() {
    MessageTemplate template = catalog.find("MSG-22").orElseThrow();

    assertThat(template.smsBody("zh")).startsWith("申请{orderNo}");
    assertThat(template.smsBody("en")).startsWith("Application {orderNo}");
  }

  @Test
  void a_message_given_twice_is_refused() {
    unreadable(
        text -> text + "\n  - {id: MSG-22, channels: [SMS], zh: 一, en: One}\n",
        "MSG-22",
        "given twice");
  }

  @Test
  void a_channel_that_does_not_exist_is_refused() {
    unreadable(text -> text.replaceFirst("SMS", "PIGEON"), "PIGEON", "IN_APP");
  }

  @Test
  void a_message_in_one_language_only_is_refused() {
    unreadable(text -> text.replaceFirst(", en: ", ", fr: "), "messages[0].en", "missing");
  }

  private static void unreadable(java.util.function.UnaryOperator<String> change, String... words) {
    HallPack pack = TestPacks.with("messages.yaml", change);
    assertThatThrownBy(() -> MessageCatalog.of(pack))
        .isInstanceOf(PolicyError.class)
        .message()
        .contains("messages.yaml")
        .contains(words);
  }
}
