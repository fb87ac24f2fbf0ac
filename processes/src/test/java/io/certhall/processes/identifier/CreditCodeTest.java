package io.certhall.processes.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91512081MA62K0260E"})
  void codes_with_the_right_check_digit_are_recognised(String text) {
    assertThat(new CreditCode(text).hasRightCheckDigit()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y44",
        "91350100M000100Y4A",
        "91350100M000010Y43",
        "91512081MA62K0260F"
      })
  void a_wrong_check_digit_is_noticed_but_keeps_its_form(String text) {
    assertThat(CreditCode.parse(text)).isPresent();
    assertThat(new CreditCode(text).hasRightCheckDigit()).isFalse();
  }

  @Test
  void exactly_one_of_all_last_characters_is_right() {
    long right =
        "0123456789ABCDEFGHJKLMNPQRTUWXY"
            .chars()
            .mapToObj(last -> new CreditCode("91350100M000100Y4" + (char) last))
            .filter(CreditCode::hasRightCheckDigit)
            .count();

    assertThat(right).isOne();
  }

  @Test
  void small_letters_and_surrounding_blanks_are_understood() {
    assertThat(CreditCode.parse(" 91512081ma62k0260e "))
        .contains(new CreditCode("91512081MA62K0260E"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91350100M000100Y4",
        "91350100M000100Y433",
        "9135010OM000100Y43",
        "91350100M000100I43",
        "91350100S000100Y43",
        "91350100V000100Y43",
        "91350100Z000100Y43",
        "913501A0M000100Y43",
        "９1350100M000100Y43",
        "91350100-000100Y43"
      })
  void anything_without_the_form_is_refused(String text) {
    assertThat(CreditCode.parse(text)).isEmpty();
    assertThatThrownBy(() -> new CreditCode(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
