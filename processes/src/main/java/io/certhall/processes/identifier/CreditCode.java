package io.certhall.processes.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unified social credit code (GB 32100-2015): 18 characters, the third to the eighth digits. Its
 * form is a must; a wrong check digit is only worth a warning, as real codes with one exist.
 */
public record CreditCode(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern FORM =
      Pattern.compile("[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}");
  private static final int LENGTH = 18;

  public CreditCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "credit code must have 18 digits or capitals without I, O, S, V, Z");
    }
  }

  public static Optional<CreditCode> parse(String text) {
    try {
      return Optional.of(new CreditCode(text.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean hasRightCheckDigit() {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(value.charAt(i)) * weight;
      weight = weight * 3 % ALPHABET.length();
    }
    int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
    return value.charAt(LENGTH - 1) == ALPHABET.charAt(check);
  }

  @Override
  public String toString() {
    return value;
  }
}
