package io.certhall.backoffice.payment.alipay;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Alipay writes yuan with two decimals; we count fen. */
final class AlipayYuan {

  private static final Pattern SHAPE = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

  private AlipayYuan() {}

  static String of(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  /**
   * @throws IllegalArgumentException for anything but yuan with at most two decimals
   */
  static long fen(String yuan) {
    if (!SHAPE.matcher(yuan).matches()) {
      throw new IllegalArgumentException("'" + yuan + "' is not an amount in yuan");
    }
    return new BigDecimal(yuan).movePointRight(2).longValueExact();
  }
}
