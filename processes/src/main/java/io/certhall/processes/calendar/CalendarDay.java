package io.certhall.processes.calendar;

import java.time.LocalDate;

/**
 * A day that differs from its week.
 *
 * @param name of the holiday it belongs to, e.g. 春节
 */
public record CalendarDay(LocalDate day, DayKind kind, String name) {

  /** What people do on it. */
  public enum DayKind {
    REST,
    WORK
  }
}
