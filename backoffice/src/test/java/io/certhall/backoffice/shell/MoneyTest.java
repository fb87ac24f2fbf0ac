package io.certhall.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "0, ¥0.00",
    "5, ¥0.05",
    "65000, ¥650.00",
    "'123456789', '¥1,234,567.89'",
    "-2000, -¥20.00"
  })
  void fen_are_shown_as_yuan(long fen, String shown) {
    assertThat(Money.yuan(fen)).isEqualTo(shown);
  }
}
