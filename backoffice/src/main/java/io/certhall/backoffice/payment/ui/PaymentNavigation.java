package io.certhall.backoffice.payment.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The applicant's payments. */
@Component
class PaymentNavigation implements FeatureNavigation {

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    return actor.has(Role.APPLICANT)
        ? List.of(
            new NavigationEntry(
                NavigationSection.SERVICES,
                15,
                "payments.title",
                VaadinIcon.CREDIT_CARD,
                PaymentListView.class))
        : List.of();
  }
}
