package io.certhall.processes.calendar;

import io.certhall.processes.calendar.CalendarDay.DayKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Which days people work on, in Chinese time: the week, corrected by the table of holidays. The
 * table is read at most once a minute, so that counting costs nothing.
 */
@Service
public class WorkingDays {

  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Duration FRESH = Duration.ofMinutes(1);

  private record Known(Map<LocalDate, DayKind> days, long readAtNanos) {}

  private final CalendarRepository repository;
  private volatile @Nullable Known known;

  WorkingDays(CalendarRepository repository) {
    this.repository = repository;
  }

  public boolean isWorkingDay(LocalDate day) {
    DayKind kind = days().get(day);
    if (kind != null) {
      return kind == DayKind.WORK;
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** The day itself when people work on it, else the first working day after it. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate wanted = day;
    while (!isWorkingDay(wanted)) {
      wanted = wanted.plusDays(1);
    }
    return wanted;
  }

  /** The first working day after this day. */
  public LocalDate next(LocalDate day) {
    return onOrAfter(day.plusDays(1));
  }

  /** The n-th working day after this day. */
  public LocalDate plus(LocalDate day, int workingDays) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("working days must not be negative: " + workingDays);
    }
    LocalDate wanted = onOrAfter(day);
    for (int i = 0; i < workingDays; i++) {
      wanted = next(wanted);
    }
    return wanted;
  }

  /**
   * The same time of day, so many working days later. What comes on a holiday counts from the
   * beginning of the next working day.
   */
  public Instant plus(Instant from, int workingDays) {
    ZonedDateTime local = from.atZone(CHINA);
    if (!isWorkingDay(local.toLocalDate())) {
      local = onOrAfter(local.toLocalDate()).atStartOfDay(CHINA);
    }
    return plus(local.toLocalDate(), workingDays)
        .atTime(local.toLocalTime())
        .atZone(CHINA)
        .toInstant();
  }

  /** The moment at which the day is over. */
  public static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(CHINA).toInstant();
  }

  void forget() {
    known = null;
  }

  private Map<LocalDate, DayKind> days() {
    Known read = known;
    if (read == null || System.nanoTime() - read.readAtNanos() > FRESH.toNanos()) {
      read =
          new Known(
              repository.days().stream()
                  .collect(Collectors.toMap(CalendarDay::day, CalendarDay::kind)),
              System.nanoTime());
      known = read;
    }
    return read.days();
  }
}
