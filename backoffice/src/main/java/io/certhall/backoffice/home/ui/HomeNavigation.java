package io.certhall.backoffice.home.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.security.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way home. */
@Component
class HomeNavigation implements FeatureNavigation {

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    return List.of(
        new NavigationEntry(
            actor.isStaff() ? NavigationSection.WORK : NavigationSection.SERVICES,
            0,
            "home.title",
            VaadinIcon.HOME_O,
            HomeView.class));
  }
}
