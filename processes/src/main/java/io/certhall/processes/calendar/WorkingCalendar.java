package io.certhall.processes.calendar;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.calendar.CalendarDay.DayKind;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The table of holidays, kept by managers, a year at a time. */
@Service
public class WorkingCalendar {

  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2100;

  /** From this month on the next year should be there. */
  private static final int WARN_FROM_MONTH = 11;

  private final CalendarRepository repository;
  private final WorkingDays workingDays;
  private final AuditLog audit;
  private final Clock clock;

  WorkingCalendar(
      CalendarRepository repository, WorkingDays workingDays, AuditLog audit, Clock clock) {
    this.repository = repository;
    this.workingDays = workingDays;
    this.audit = audit;
    this.clock = clock;
  }

  public List<CalendarYear> years() {
    return repository.years();
  }

  public Optional<CalendarYear> year(int year) {
    return repository.years().stream().filter(known -> known.year() == year).findFirst();
  }

  public List<CalendarDay> days(int year) {
    return repository.days(year);
  }

  /**
   * Years whose holidays are missing or only expected although they are due: this year, and from
   * November the next.
   */
  public List<Integer> unsure() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.CHINA);
    List<Integer> due = new ArrayList<>(List.of(today.getYear()));
    if (today.getMonthValue() >= WARN_FROM_MONTH) {
      due.add(today.getYear() + 1);
    }
    due.removeIf(year -> year(year).map(CalendarYear::announced).orElse(false));
    return due;
  }

  /**
   * Puts a year's days in the place of the former ones.
   *
   * @param year with the version that was read; -1 for a year that is not there yet
   * @throws Refusal FORBIDDEN, CONFLICT STALE_VERSION, RULE naming every line that is wrong
   */
  @Transactional
  public void save(Actor actor, CalendarYear year, List<CalendarDay> days) {
    actor.require(Role.MANAGER);
    Refusal.unlessEmpty(RefusalKind.RULE, problems(year, days));
    Map<LocalDate, CalendarDay> former = byDay(repository.days(year.year()));
    Map<LocalDate, CalendarDay> wanted = byDay(days);
    repository.replace(year, wanted.values(), clock.instant());
    audit.record(
        actor,
        "calendar.changed",
        "calendar",
        Integer.toString(year.year()),
        null,
        describe(former, wanted, year));
    workingDays.forget();
  }

  /**
   * Reads lines such as {@code 2027-02-05 REST 春节}; the kinds may be 休 and 班 too.
   *
   * @throws Refusal RULE CALENDAR_LINE for each line that can't be read
   */
  public static List<CalendarDay> parse(String text) {
    List<CalendarDay> days = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<String> lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isEmpty()) {
        continue;
      }
      try {
        days.add(line(lines.get(i)));
      } catch (IllegalArgumentException | DateTimeParseException unreadable) {
        problems.add(Problem.of("text", "CALENDAR_LINE", i + 1));
      }
    }
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
    return days;
  }

  private static CalendarDay line(String line) {
    String[] parts = line.split("[\\s,，]+", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("three parts are needed");
    }
    DayKind kind =
        switch (parts[1]) {
          case "REST", "休" -> DayKind.REST;
          case "WORK", "班" -> DayKind.WORK;
          default -> throw new IllegalArgumentException(parts[1]);
        };
    return new CalendarDay(LocalDate.parse(parts[0]), kind, parts[2]);
  }

  private List<Problem> problems(CalendarYear year, List<CalendarDay> days) {
    List<Problem> problems = new ArrayList<>();
    if (year.year() < FIRST_YEAR || year.year() > LAST_YEAR) {
      problems.add(Problem.of("year", "CALENDAR_YEAR_RANGE", FIRST_YEAR, LAST_YEAR));
    }
    if (year.source().isBlank() || year.source().length() > 200) {
      problems.add(Problem.of("source", "CALENDAR_SOURCE"));
    }
    if (year.announced() && days.isEmpty()) {
      problems.add(Problem.of("days", "CALENDAR_EMPTY"));
    }
    Map<LocalDate, CalendarDay> seen = new TreeMap<>();
    for (CalendarDay day : days) {
      String path = "days." + day.day();
      if (day.day().getYear() != year.year()) {
        problems.add(Problem.of(path, "CALENDAR_OTHER_YEAR", day.day().toString()));
      }
      if (day.name().isBlank() || day.name().length() > 60) {
        problems.add(Problem.of(path, "CALENDAR_NAME", day.day().toString()));
      }
      if (seen.put(day.day(), day) != null) {
        problems.add(Problem.of(path, "CALENDAR_TWICE", day.day().toString()));
      }
    }
    return problems;
  }

  private static Map<LocalDate, CalendarDay> byDay(List<CalendarDay> days) {
    Map<LocalDate, CalendarDay> byDay = new TreeMap<>();
    days.forEach(day -> byDay.put(day.day(), day));
    return byDay;
  }

  private static String describe(
      Map<LocalDate, CalendarDay> former, Map<LocalDate, CalendarDay> wanted, CalendarYear year) {
    List<String> changes = new ArrayList<>();
    former.forEach(
        (day, before) -> {
          if (!wanted.containsKey(day)) {
            changes.add("-" + day);
          }
        });
    wanted.forEach(
        (day, after) -> {
          if (!after.equals(former.get(day))) {
            changes.add("+" + day + " " + after.kind());
          }
        });
    String text = (year.announced() ? "announced" : "expected") + ": " + String.join(", ", changes);
    return text.length() <= 2000 ? text : text.substring(0, 2000);
  }
}
