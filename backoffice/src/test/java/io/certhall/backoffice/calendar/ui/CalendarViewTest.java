package io.certhall.backoffice.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.calendar.WorkingCalendar;
import io.certhall.processes.calendar.WorkingDays;
import io.certhall.processes.security.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarViewTest extends ViewTest {

  private final Fixtures fixtures;
  private final WorkingCalendar calendar;
  private final WorkingDays days;

  CalendarViewTest(Fixtures fixtures, WorkingCalendar calendar, WorkingDays days) {
    this.fixtures = fixtures;
    this.calendar = calendar;
    this.days = days;
  }

  @Test
  @SuppressWarnings("unchecked")
  void a_manager_enters_the_next_year_and_it_counts() {
    signIn(fixtures.staff(Role.MANAGER));
    CalendarView page = navigate(CalendarView.class);
    int next = calendar.years().getLast().year() + 1;
    find(Select.class, page).single().setValue(next);
    test(find(TextField.class).single()).setValue("国务院办公厅通知");
    test(find(TextArea.class).single()).setValue(next + "-01-01 休 元旦");
    find(Checkbox.class).single().setValue(true);

    press("保存");

    assertThat(words(page)).contains(next + "-01-01", "元旦", "放假");
    assertThat(days.isWorkingDay(LocalDate.of(next, 1, 1))).isFalse();
    assertThat(notices()).anyMatch(notice -> notice.contains("已保存"));
  }

  @Test
  void a_line_that_can_not_be_read_is_named_at_its_field() {
    signIn(fixtures.staff(Role.MANAGER));
    navigate(CalendarView.class);
    test(find(TextArea.class).single()).setValue("元旦");

    press("保存");

    assertThat(find(TextArea.class).single().getErrorMessage()).contains("第1行无法识别");
  }

  @Test
  void reviewers_do_not_keep_the_calendar() {
    signIn(fixtures.staff(Role.REVIEWER));

    assertThatThrownBy(() -> navigate(CalendarView.class))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
