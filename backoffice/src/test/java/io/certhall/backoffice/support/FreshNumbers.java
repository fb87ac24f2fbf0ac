package io.certhall.backoffice.support;

import java.util.concurrent.atomic.AtomicInteger;

/** Valid numbers and names that no other test has. */
public final class FreshNumbers {

  private static final AtomicInteger COUNT = new AtomicInteger(5_000_000);
  private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private FreshNumbers() {}

  public static String username() {
    return "user-" + COUNT.incrementAndGet();
  }

  public static String phone() {
    return "139" + eightDigits();
  }

  /** A unified social credit code with the right check digit. */
  public static String creditCode() {
    String body = "91620100" + "M" + eightDigits();
    int sum = 0;
    int weight = 1;
    for (char character : body.toCharArray()) {
      sum += CREDIT_ALPHABET.indexOf(character) * weight;
      weight = weight * 3 % 31;
    }
    return body + CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** A resident id with the right check digit. */
  public static String idNo() {
    int count = COUNT.incrementAndGet();
    String day = "%04d%02d%02d".formatted(1960 + count / 28 % 40, 1, 1 + count % 28);
    String body = "620102" + day + "%03d".formatted(count / 1120 % 1000);
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (body.charAt(i) - '0') * ID_WEIGHTS[i];
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  private static String eightDigits() {
    return "%08d".formatted(COUNT.incrementAndGet());
  }
}
