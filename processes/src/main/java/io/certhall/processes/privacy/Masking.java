package io.certhall.processes.privacy;

/** How personal data look on screen unless someone with the right reveals them. */
public final class Masking {

  private Masking() {}

  /** 13812345678 → 138****5678 */
  public static String phone(String phone) {
    return middle(phone, 3, 4);
  }

  /** 34052419800101001X → 3405**********001X */
  public static String idNumber(String idNumber) {
    return middle(idNumber, 4, 4);
  }

  private static String middle(String value, int head, int tail) {
    if (value.length() <= head + tail) {
      return "*".repeat(value.length());
    }
    return value.substring(0, head)
        + "*".repeat(value.length() - head - tail)
        + value.substring(value.length() - tail);
  }
}
