package io.certhall.processes.identifier;

import io.certhall.processes.privacy.Masking;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A resident identity number (GB 11643-1999): six digits of a place in a known province, a real
 * date of birth, three digits, a check digit.
 */
public record ResidentId(String value) {

  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final int FIRST_YEAR = 1900;
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83");

  public ResidentId {
    Defect.in(value)
        .ifPresent(
            defect -> {
              throw new IllegalArgumentException("resident id: " + defect);
            });
  }

  /** What is wrong with {@code text}, in the order of reading; empty when nothing is. */
  public static Optional<Defect> defect(String text) {
    return Defect.in(normalise(text));
  }

  public static Optional<ResidentId> parse(String text) {
    return defect(text).isPresent()
        ? Optional.empty()
        : Optional.of(new ResidentId(normalise(text)));
  }

  public LocalDate birthDate() {
    return birthDate(value).orElseThrow();
  }

  public String masked() {
    return Masking.idNumber(value);
  }

  /** Numbers stay out of logs. */
  @Override
  public String toString() {
    return masked();
  }

  private static String normalise(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  private static Optional<LocalDate> birthDate(String value) {
    try {
      return Optional.of(
              LocalDate.of(
                  Integer.parseInt(value.substring(6, 10)),
                  Integer.parseInt(value.substring(10, 12)),
                  Integer.parseInt(value.substring(12, 14))))
          .filter(date -> date.getYear() >= FIRST_YEAR);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static char checkDigit(String value) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (value.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
  }

  /** What can be wrong with a number. */
  public enum Defect {
    FORM,
    PROVINCE,
    BIRTH_DATE,
    CHECK_DIGIT;

    /** Code of the refusal. */
    public String code() {
      return "ID_NO_" + name();
    }

    private static Optional<Defect> in(String value) {
      if (!ResidentId.FORM.matcher(value).matches()) {
        return Optional.of(FORM);
      }
      if (!PROVINCES.contains(value.substring(0, 2))) {
        return Optional.of(PROVINCE);
      }
      if (ResidentId.birthDate(value).isEmpty()) {
        return Optional.of(BIRTH_DATE);
      }
      return checkDigit(value) == value.charAt(WEIGHTS.length)
          ? Optional.empty()
          : Optional.of(CHECK_DIGIT);
    }
  }
}
