package io.certhall.processes.document;

/** An amount in the capital numerals of Chinese vouchers: 650.05 is 陆佰伍拾元零伍分. */
public final class CapitalAmount {

  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] WITHIN = {"", "拾", "佰", "仟"};
  private static final String[] GROUPS = {"", "万", "亿", "万亿"};
  private static final long LARGEST = 1_000_000_000_000_000L;

  private CapitalAmount() {}

  /**
   * @param fen 0 to 10¹⁵, that is ten trillion yuan
   */
  public static String of(long fen) {
    if (fen < 0 || fen > LARGEST) {
      throw new IllegalArgumentException("amount out of range: " + fen + " fen");
    }
    long yuan = fen / 100;
    int jiao = (int) (fen / 10 % 10);
    int cents = (int) (fen % 10);
    StringBuilder words = new StringBuilder();
    if (yuan > 0 || fen == 0) {
      words.append(yuan == 0 ? "零" : whole(yuan)).append("元");
    }
    if (jiao == 0 && cents == 0) {
      return words.append("整").toString();
    }
    if (jiao > 0) {
      words.append(DIGITS.charAt(jiao)).append("角");
    } else if (yuan > 0) {
      words.append("零");
    }
    return cents > 0
        ? words.append(DIGITS.charAt(cents)).append("分").toString()
        : words.append("整").toString();
  }

  /** One zero stands for any run of them, none at the end of a group. */
  private static String whole(long yuan) {
    String digits = Long.toString(yuan);
    StringBuilder words = new StringBuilder();
    boolean zero = false;
    boolean groupSpoken = false;
    for (int i = 0; i < digits.length(); i++) {
      int place = digits.length() - 1 - i;
      int digit = digits.charAt(i) - '0';
      if (digit == 0) {
        zero = true;
      } else {
        if (zero) {
          words.append("零");
        }
        zero = false;
        groupSpoken = true;
        words.append(DIGITS.charAt(digit)).append(WITHIN[place % 4]);
      }
      if (place % 4 == 0 && groupSpoken) {
        words.append(GROUPS[place / 4]);
        groupSpoken = false;
      }
    }
    return words.toString();
  }
}
