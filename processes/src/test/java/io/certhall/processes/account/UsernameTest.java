package io.certhall.processes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"demo-applicant", "中工国际", "13812345678", "a.b_c-d", "甘肃CA办事员01", " Zhang3 "})
  void letters_characters_digits_and_three_signs_make_a_user_name(String text) {
    assertThat(Username.parse(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "a b c d",
        "-abcd",
        ".abcd",
        "abcd@e",
        "ａｂｃｄ",
        "ábcd",
        "abcd\u200b",
        "system",
        "ROOT",
        "abcdefghijklmnopqrstuvwxyz1234567"
      })
  void anything_else_does_not(String text) {
    assertThat(Username.parse(text)).isEmpty();
  }

  @Test
  void case_and_surrounding_blanks_make_no_difference() {
    assertThat(Username.parse(" WangWu ")).contains(new Username("wangwu"));
  }

  @Test
  void a_user_name_that_breaks_the_rules_cannot_exist() {
    assertThatThrownBy(() -> new Username("WangWu"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("username");
  }
}
