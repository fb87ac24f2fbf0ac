package io.certhall.backoffice.recovery;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.recovery.ui.RecoveryView;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.recovery.KeyRecoveries;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The key officers' way to recoveries, with how many are open. */
@Component
class RecoveryNavigation implements FeatureNavigation {

  private final KeyRecoveries recoveries;

  RecoveryNavigation(KeyRecoveries recoveries) {
    this.recoveries = recoveries;
  }

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    if (!actor.has(Role.KEY_OFFICER) && !actor.has(Role.AUDITOR)) {
      return List.of();
    }
    return List.of(
        new NavigationEntry(
            NavigationSection.WORK,
            80,
            "recovery.title",
            VaadinIcon.KEY_O,
            RecoveryView.class,
            recoveries::open));
  }
}
