package io.certhall.backoffice.certificate.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** Certificate management (证书管理). */
@Component
class CertificateNavigation implements FeatureNavigation {

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    return actor.has(Role.APPLICANT)
        ? List.of(
            new NavigationEntry(
                NavigationSection.SERVICES,
                20,
                "certificates.title",
                VaadinIcon.DIPLOMA,
                CertificateListView.class),
            new NavigationEntry(
                NavigationSection.SERVICES, 25, "seals.title", VaadinIcon.PIN, SealListView.class))
        : List.of();
  }
}
