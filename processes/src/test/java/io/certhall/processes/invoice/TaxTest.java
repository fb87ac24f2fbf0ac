package io.certhall.processes.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxTest {

  @ParameterizedTest
  @CsvSource({
    "65000, 6, 3679",
    "10600, 6, 600",
    "100, 6, 6",
    "1, 6, 0",
    "11300, 13, 1300",
    "500, 0, 0"
  })
  void the_tax_inside_a_gross_amount_is_rounded_to_the_fen(long gross, int percent, long tax) {
    assertThat(Tax.within(gross, percent)).isEqualTo(tax);
  }
}
