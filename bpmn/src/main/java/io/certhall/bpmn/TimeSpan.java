package io.certhall.bpmn;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;

/** ISO 8601 spans of time as the engine reads them: days and hours, or months and years. */
final class TimeSpan {

  private TimeSpan() {}

  /** Longer than nothing. */
  static boolean isValid(String text) {
    return isDuration(text) || isPeriod(text);
  }

  private static boolean isDuration(String text) {
    try {
      return Duration.parse(text).isPositive();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isPeriod(String text) {
    try {
      Period period = Period.parse(text);
      return !period.isNegative() && !period.isZero();
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
