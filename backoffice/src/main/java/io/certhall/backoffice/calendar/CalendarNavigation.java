package io.certhall.backoffice.calendar;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.calendar.ui.CalendarView;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.calendar.WorkingCalendar;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the working calendar; counts the years whose holidays are not sure. */
@Component
class CalendarNavigation implements FeatureNavigation {

  private final WorkingCalendar calendar;

  CalendarNavigation(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    return actor.has(Role.MANAGER)
        ? List.of(
            new NavigationEntry(
                NavigationSection.ADMINISTRATION,
                30,
                "calendar.title",
                VaadinIcon.CALENDAR,
                CalendarView.class,
                who -> calendar.unsure().size()))
        : List.of();
  }
}
