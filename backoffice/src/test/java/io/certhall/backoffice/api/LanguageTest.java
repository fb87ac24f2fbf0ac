package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"zh-CN", "zh;q=0.9, en;q=0.8", "fr", "*", "en;;;", "de, zh"})
  void chinese_is_spoken_unless_english_is_preferred(String header) {
    assertThat(Language.of(header)).isEqualTo(Language.ZH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "en-GB", "fr, en-US;q=0.8", "zh;q=0.2, en;q=0.9"})
  void english_is_spoken_to_who_prefers_it(String header) {
    assertThat(Language.of(header)).isEqualTo(Language.EN);
  }

  @Test
  void both_languages_have_the_same_words() throws IOException {
    assertThat(load("api.properties").stringPropertyNames())
        .isEqualTo(load("api_en.properties").stringPropertyNames());
  }

  @ParameterizedTest
  @EnumSource(OrderState.class)
  void every_state_has_a_word(OrderState state) {
    assertThat(ApiTexts.text("state." + state, Language.ZH)).isNotEqualTo("state." + state);
  }

  @ParameterizedTest
  @EnumSource(OrderEventKind.class)
  void every_event_has_a_word(OrderEventKind kind) {
    assertThat(ApiTexts.text("event." + kind, Language.EN)).isNotEqualTo("event." + kind);
  }

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                LanguageTest.class.getResourceAsStream("/io/certhall/backoffice/" + name)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
