package io.certhall.processes.document;

import java.math.BigDecimal;

/** An amount in digits as papers show it: 65000 fen is 650.00. */
public final class Yuan {

  private Yuan() {}

  public static String of(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
