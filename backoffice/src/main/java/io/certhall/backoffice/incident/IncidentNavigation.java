package io.certhall.backoffice.incident;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.incident.ui.IncidentsView;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.incident.Incidents;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.sweep.OrderSweep;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to what needs an operator, with how much of it there is. */
@Component
class IncidentNavigation implements FeatureNavigation {

  private static final int MOST = 1000;

  private final Incidents incidents;
  private final OrderSweep sweep;

  IncidentNavigation(Incidents incidents, OrderSweep sweep) {
    this.incidents = incidents;
    this.sweep = sweep;
  }

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    if (!actor.has(Role.ADMIN) && !actor.has(Role.MANAGER) && !actor.has(Role.AUDITOR)) {
      return List.of();
    }
    return List.of(
        new NavigationEntry(
            NavigationSection.ADMINISTRATION,
            10,
            "staff.incident.title",
            VaadinIcon.WARNING,
            IncidentsView.class,
            who -> incidents.list(who, true, MOST).size() + sweep.list(who, true, MOST).size()));
  }
}
