package io.certhall.processes.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"Lanzhou-Bridge-7", "xK9mP2qR7w", "four plain words here", "黄河远上白云间-Ab1"})
  void three_kinds_of_characters_or_sixteen_characters_are_good(String password) {
    assertThat(problems(password)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Ab1-efghi, PASSWORD_TOO_SHORT",
    "abcdefghij, PASSWORD_TOO_SIMPLE",
    "abcdefgh12, PASSWORD_TOO_SIMPLE",
    "aaaaaaaaaaaaaaaaaaaa, PASSWORD_TOO_SIMPLE",
    "Aa1Aa1Aa1Aa1, PASSWORD_TOO_SIMPLE",
    "P@ssw0rd123, PASSWORD_COMMON",
    "WoAiNi1314520, PASSWORD_COMMON",
    "1qaz@WSX3edc, PASSWORD_COMMON",
    "Zhang.San-1949, PASSWORD_IS_USERNAME",
  })
  void each_rule_has_its_words(String password, String code) {
    assertThat(problems(password)).contains(code);
  }

  @Test
  void a_password_longer_than_bcrypt_reads_is_refused_and_not_cut() {
    assertThat(problems("aB3" + "x".repeat(30) + "汉".repeat(14)))
        .containsExactly("PASSWORD_TOO_LONG");
    assertThat(problems("aB3" + "wxyz".repeat(17))).isEmpty();
  }

  @Test
  void a_missing_password_is_missing_and_nothing_else() {
    assertThat(problems(null)).containsExactly("FIELD_REQUIRED");
    assertThat(problems("")).containsExactly("FIELD_REQUIRED");
  }

  private static List<String> problems(@Nullable String password) {
    FormCheck check = new FormCheck();
    PasswordRules.check(check, "password", password, "zhang.san-1949");
    return check.problems().stream().map(Problem::code).toList();
  }
}
