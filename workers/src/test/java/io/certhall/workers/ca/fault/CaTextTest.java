package io.certhall.workers.ca.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.workers.ca.lint.LintRule;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaTextTest {

  @ParameterizedTest
  @EnumSource(FaultCode.class)
  void each_fault_has_words_in_chinese_and_in_english(FaultCode code) {
    assertTwoLanguages("fault." + code);
  }

  @ParameterizedTest
  @EnumSource(LintRule.class)
  void each_lint_rule_has_words_in_chinese_and_in_english(LintRule rule) {
    assertTwoLanguages("lint." + rule);
  }

  @Test
  void chinese_is_spoken_wherever_the_language_is_not_known() {
    assertThat(CaText.of(Locale.GERMAN, "lint.SUBJECT_EMPTY")).isEqualTo("主体名称为空");
    assertThat(CaText.of(Locale.TRADITIONAL_CHINESE, "lint.SUBJECT_EMPTY")).isEqualTo("主体名称为空");
  }

  @Test
  void a_fault_is_chinese_by_default_and_english_on_request() {
    var fault = new CaFault(new IllegalStateException(), FaultCode.FIELD_MISSING, "years");

    assertThat(fault)
        .hasMessage("缺少字段 years：请填写后重试")
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(fault.text(Locale.ENGLISH)).startsWith("Field years is missing");
  }

  private static void assertTwoLanguages(String key) {
    var chinese = CaText.of(Locale.SIMPLIFIED_CHINESE, key, "A", "B", "C");
    var english = CaText.of(Locale.ENGLISH, key, "A", "B", "C");

    assertThat(chinese).matches(text -> text.codePoints().anyMatch(Character::isIdeographic));
    assertThat(english).matches(text -> text.codePoints().noneMatch(Character::isIdeographic));
    assertThat(chinese + english).doesNotContain("{", "''");
  }
}
