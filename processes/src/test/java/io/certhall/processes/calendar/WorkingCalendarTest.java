package io.certhall.processes.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.calendar.CalendarDay.DayKind;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@ProcessesTest
class WorkingCalendarTest {

  private final WorkingCalendar calendar;
  private final WorkingDays days;
  private final Actor manager;
  private final TestAccounts accounts;

  WorkingCalendarTest(WorkingCalendar calendar, WorkingDays days, TestAccounts accounts) {
    this.calendar = calendar;
    this.days = days;
    this.accounts = accounts;
    this.manager = accounts.staff(Role.MANAGER);
  }

  @Test
  void a_manager_adds_a_year_and_the_days_count_at_once() {
    assertThat(days.isWorkingDay(LocalDate.of(2031, 1, 1))).isTrue();
    List<CalendarDay> lines = WorkingCalendar.parse("2031-01-01 休 元旦\n\n2031-01-04,WORK,元旦\n");

    calendar.save(manager, new CalendarYear(2031, true, "通知", -1), lines);

    assertThat(days.isWorkingDay(LocalDate.of(2031, 1, 1))).isFalse();
    assertThat(days.isWorkingDay(LocalDate.of(2031, 1, 4))).isTrue();
    assertThat(calendar.days(2031)).isEqualTo(lines);
    CalendarYear saved = calendar.year(2031).orElseThrow();
    assertThat(saved.announced()).isTrue();

    calendar.save(manager, saved, List.of(lines.getFirst()));
    assertThat(calendar.days(2031)).hasSize(1);
    assertThat(Refused.codes(() -> calendar.save(manager, saved, lines)))
        .containsExactly("STALE_VERSION");
  }

  @Test
  void the_years_that_came_with_the_hall_are_there_and_an_expected_one_says_so() {
    assertThat(calendar.days(2025)).hasSize(33);
    assertThat(calendar.days(2026)).hasSize(39);
    assertThat(calendar.year(2026).orElseThrow().announced()).isTrue();
    assertThat(calendar.year(2027).orElseThrow().announced()).isFalse();
  }

  @Test
  void wrong_days_are_all_named() {
    CalendarDay other = new CalendarDay(LocalDate.of(2032, 1, 1), DayKind.REST, "元旦");
    CalendarDay nameless = new CalendarDay(LocalDate.of(2033, 1, 2), DayKind.REST, " ");

    assertThat(
            Refused.codes(
                () ->
                    calendar.save(
                        manager,
                        new CalendarYear(2033, true, "", -1),
                        List.of(other, nameless, nameless))))
        .containsExactly(
            "CALENDAR_SOURCE",
            "CALENDAR_OTHER_YEAR",
            "CALENDAR_NAME",
            "CALENDAR_NAME",
            "CALENDAR_TWICE");
    assertThat(
            Refused.codes(
                () -> calendar.save(manager, new CalendarYear(1999, true, "x", -1), List.of())))
        .containsExactly("CALENDAR_YEAR_RANGE", "CALENDAR_EMPTY");
    assertThat(calendar.year(2033)).isEmpty();
  }

  @Test
  void a_line_that_can_not_be_read_is_named_by_its_number() {
    assertThat(Refused.by(() -> WorkingCalendar.parse("2031-01-01 休 元旦\n2031-13-01 休 x\n休")))
        .satisfies(
            refusal -> {
              assertThat(refusal.problems()).hasSize(2);
              assertThat(refusal.problems().getFirst().args()).containsExactly(2);
            });
  }

  @Test
  void only_managers_change_the_calendar() {
    Actor reviewer = accounts.staff(Role.REVIEWER);

    assertThat(
            Refused.by(
                    () ->
                        calendar.save(reviewer, new CalendarYear(2034, false, "x", -1), List.of()))
                .kind())
        .isEqualTo(RefusalKind.FORBIDDEN);
  }
}
