package io.certhall.processes.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The tax inside a gross amount, rounded half up to the fen. */
final class Tax {

  private Tax() {}

  /**
   * @param percent rate in percent, e.g. 6
   */
  static long within(long grossFen, int percent) {
    return BigDecimal.valueOf(grossFen)
        .multiply(BigDecimal.valueOf(percent))
        .divide(BigDecimal.valueOf(100L + percent), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
