package io.certhall.backoffice.shell;

import java.util.Locale;

/** Amounts as people read them. */
public final class Money {

  private Money() {}

  /** 65000 → ¥650.00 */
  public static String yuan(long fen) {
    String sign = fen < 0 ? "-" : "";
    long amount = Math.abs(fen);
    return sign + "¥" + String.format(Locale.ROOT, "%,d.%02d", amount / 100, amount % 100);
  }
}
