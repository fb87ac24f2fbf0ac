package io.certhall.processes.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.bpmn.LocalText;
import io.certhall.bpmn.MessageTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderTemplateTest {

  private static ProviderTemplate of(String zh) {
    return ProviderTemplate.of(
        new MessageTemplate("MSG-1", List.of(MessageTemplate.Channel.SMS), new LocalText(zh, "")));
  }

  @Test
  void the_signature_stands_apart_and_variables_keep_their_order() {
    ProviderTemplate template = of("【{hall}】验证码{code}，{minutes}分钟内有效。");

    assertThat(template.text()).isEqualTo("验证码${code}，${minutes}分钟内有效。");
    assertThat(template.fill(Map.of("minutes", "5", "code", "1", "hall", "甘肃", "more", "x")))
        .containsExactly(Map.entry("code", "1"), Map.entry("minutes", "5"));
  }

  @Test
  void a_text_without_signature_keeps_all_its_variables() {
    assertThat(of("{hall}的订单{orderNo}").variables()).containsExactly("hall", "orderNo");
  }

  @Test
  void a_missing_value_is_named() {
    ProviderTemplate template = of("单号{trackingNo}");

    assertThatThrownBy(() -> template.fill(Map.of("trackingNo", " ")))
        .hasMessageContaining("trackingNo");
  }
}
