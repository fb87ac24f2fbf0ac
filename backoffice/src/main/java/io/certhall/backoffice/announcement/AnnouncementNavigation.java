package io.certhall.backoffice.announcement;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.announcement.ui.UpdateRequestsView;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to what holders are told. */
@Component
class AnnouncementNavigation implements FeatureNavigation {

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    return actor.has(Role.MANAGER)
        ? List.of(
            new NavigationEntry(
                NavigationSection.ADMINISTRATION,
                40,
                "updateRequest.title",
                VaadinIcon.MEGAPHONE,
                UpdateRequestsView.class))
        : List.of();
  }
}
