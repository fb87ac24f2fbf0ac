package io.certhall.processes.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsMessageTest {

  private static SmsMessage message(String phone, String key, SequencedMap<String, String> params) {
    return new SmsMessage(phone, "证书大厅", "SMS_1", params, "验证码654321", key);
  }

  private static SequencedMap<String, String> params(String... pairs) {
    SequencedMap<String, String> params = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      params.put(pairs[i], pairs[i + 1]);
    }
    return params;
  }

  @Test
  void parameters_keep_their_order_and_cannot_be_changed_later() {
    SequencedMap<String, String> given = params("zeta", "1", "alpha", "2");
    SmsMessage message = message("13800138000", "n-1", given);

    given.clear();

    assertThat(message.templateParams().sequencedKeySet()).containsExactly("zeta", "alpha");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12800138000", "1380013800", "+8613800138000"})
  void a_number_that_is_no_mobile_is_refused(String phone) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message(phone, "n-1", params()))
        .withMessageContaining("phone");
  }

  @Test
  void an_empty_parameter_is_refused_by_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message("13800138000", "n-1", params("orderNo", "")))
        .withMessageContaining("templateParams.orderNo");
  }

  @Test
  void a_key_the_provider_would_cut_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message("13800138000", "k".repeat(65), params()))
        .withMessageContaining("idempotencyKey");
  }

  @Test
  void neither_the_text_nor_the_whole_number_gets_into_logs() {
    assertThat(message("13800138000", "n-1", params("code", "654321")).toString())
        .contains("138****8000")
        .doesNotContain("654321", "13800138000");
  }
}
