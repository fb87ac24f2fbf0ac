package io.certhall.backoffice.policy;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.policy.ui.PoliciesView;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the published policies. */
@Component
class PolicyNavigation implements FeatureNavigation {

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    return actor.has(Role.MANAGER) || actor.has(Role.AUDITOR) || actor.has(Role.ADMIN)
        ? List.of(
            new NavigationEntry(
                NavigationSection.ADMINISTRATION,
                20,
                "staff.policy.title",
                VaadinIcon.SITEMAP,
                PoliciesView.class))
        : List.of();
  }
}
