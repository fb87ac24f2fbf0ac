package io.certhall.backoffice.reconciliation;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.reconciliation.ui.ReconciliationView;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.issuance.Reconciliation;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to issues in doubt, with how many there are. */
@Component
class ReconciliationNavigation implements FeatureNavigation {

  private static final int MOST = 1000;

  private final Reconciliation reconciliation;

  ReconciliationNavigation(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    if (!actor.has(Role.ADMIN) && !actor.has(Role.AUDITOR)) {
      return List.of();
    }
    return List.of(
        new NavigationEntry(
            NavigationSection.ADMINISTRATION,
            11,
            "staff.reconciliation.title",
            VaadinIcon.SCALE,
            ReconciliationView.class,
            who -> reconciliation.list(who, false, MOST).size()));
  }
}
