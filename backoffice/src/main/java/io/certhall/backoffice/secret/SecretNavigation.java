package io.certhall.backoffice.secret;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.secret.ui.SecretsView;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the PINs under way. */
@Component
class SecretNavigation implements FeatureNavigation {

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    return actor.has(Role.FINANCE) || actor.has(Role.PRODUCER) || actor.has(Role.AUDITOR)
        ? List.of(
            new NavigationEntry(
                NavigationSection.WORK, 58, "secret.title", VaadinIcon.LOCK, SecretsView.class))
        : List.of();
  }
}
