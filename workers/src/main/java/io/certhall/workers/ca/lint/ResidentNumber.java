package io.certhall.workers.ca.lint;

import java.util.regex.Pattern;

/** Finds resident ID numbers (GB 11643) in a text by their form and check digit. */
final class ResidentNumber {

  private static final Pattern FORM =
      Pattern.compile("(?=([1-9]\\d{5}(?:19|20)\\d{2}[01]\\d[0-3]\\d{4}[\\dXx]))");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";

  private ResidentNumber() {}

  static boolean standsIn(String text) {
    return FORM.matcher(text).results().anyMatch(match -> checks(match.group(1)));
  }

  private static boolean checks(String number) {
    var sum = 0;
    for (var i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    var expected = CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
    return Character.toUpperCase(number.charAt(WEIGHTS.length)) == expected;
  }
}
