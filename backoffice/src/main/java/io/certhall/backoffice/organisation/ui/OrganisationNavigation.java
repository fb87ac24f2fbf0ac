package io.certhall.backoffice.organisation.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** Enterprise management (GS-16). */
@Component
class OrganisationNavigation implements FeatureNavigation {

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    if (!actor.has(Role.APPLICANT)) {
      return List.of();
    }
    return List.of(
        new NavigationEntry(
            NavigationSection.SERVICES,
            50,
            "profile.title",
            VaadinIcon.BUILDING_O,
            ProfileView.class),
        new NavigationEntry(
            NavigationSection.SERVICES, 60, "people.title", VaadinIcon.USERS, PeopleView.class));
  }
}
