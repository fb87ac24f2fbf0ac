package io.certhall.processes.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.certhall.processes.support.ProcessesTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class WorkingDaysTest {

  private final WorkingDays days;

  WorkingDaysTest(WorkingDays days) {
    this.days = days;
  }

  @Test
  @Tag("CFCA-36")
  void weekends_rest_unless_they_make_up_for_a_holiday() {
    assertThat(days.isWorkingDay(LocalDate.of(2026, 9, 19))).isFalse();
    assertThat(days.isWorkingDay(LocalDate.of(2026, 9, 20))).isTrue();
    assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
    assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 11))).isFalse();
  }

  @Test
  void holidays_of_three_years_rest() {
    assertThat(days.isWorkingDay(LocalDate.of(2025, 1, 28))).isFalse();
    assertThat(days.isWorkingDay(LocalDate.of(2026, 2, 23))).isFalse();
    assertThat(days.isWorkingDay(LocalDate.of(2026, 2, 24))).isTrue();
    assertThat(days.isWorkingDay(LocalDate.of(2027, 2, 8))).isFalse();
  }

  @Test
  void the_next_working_day_is_found_behind_a_long_holiday() {
    assertThat(days.next(LocalDate.of(2026, 9, 30))).isEqualTo("2026-10-08");
    assertThat(days.plus(LocalDate.of(2026, 9, 29), 3)).isEqualTo("2026-10-09");
    assertThat(days.plus(LocalDate.of(2026, 2, 13), 1)).isEqualTo("2026-02-14");
    assertThat(days.plus(LocalDate.of(2026, 2, 14), 1)).isEqualTo("2026-02-24");
  }

  @Test
  @Tag("SZ-36")
  void a_promise_keeps_the_time_of_day_and_a_holiday_counts_from_the_next_morning() {
    assertThat(days.plus(china("2026-11-20T15:30"), 1)).isEqualTo(china("2026-11-23T15:30"));
    assertThat(days.plus(china("2026-11-21T15:30"), 1)).isEqualTo(china("2026-11-24T00:00"));
    assertThat(days.plus(china("2026-11-20T15:30"), 0)).isEqualTo(china("2026-11-20T15:30"));
  }

  @Test
  void days_are_not_counted_backwards() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> days.plus(LocalDate.of(2026, 1, 5), -1))
        .withMessageContaining("negative");
  }

  static Instant china(String local) {
    return LocalDateTime.parse(local).atZone(WorkingDays.CHINA).toInstant();
  }
}
