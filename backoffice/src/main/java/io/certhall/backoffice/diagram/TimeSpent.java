package io.certhall.backoffice.diagram;

import io.certhall.backoffice.shell.Texts;
import java.time.Duration;

/** A length of time in its two biggest units. */
public final class TimeSpent {

  private TimeSpent() {}

  /** 26 h → 1天2小时; less than a minute → 不足1分钟. */
  public static String words(Duration time) {
    long minutes = time.toMinutes();
    if (minutes < 1) {
      return Texts.of("diagram.time.moment");
    }
    if (minutes < 60) {
      return Texts.of("diagram.time.minutes", minutes);
    }
    long hours = time.toHours();
    if (hours < 24) {
      return two(Texts.of("diagram.time.hours", hours), "diagram.time.minutes", minutes % 60);
    }
    return two(Texts.of("diagram.time.days", time.toDays()), "diagram.time.hours", hours % 24);
  }

  private static String two(String bigger, String smallerKey, long smaller) {
    return smaller == 0
        ? bigger
        : bigger + Texts.of("diagram.time.gap") + Texts.of(smallerKey, smaller);
  }
}
