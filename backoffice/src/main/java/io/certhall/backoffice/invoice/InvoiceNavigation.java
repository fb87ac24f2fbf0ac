package io.certhall.backoffice.invoice;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.invoice.ui.InvoicesView;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the invoices. */
@Component
class InvoiceNavigation implements FeatureNavigation {

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    return actor.has(Role.FINANCE) || actor.has(Role.AUDITOR)
        ? List.of(
            new NavigationEntry(
                NavigationSection.WORK,
                70,
                "staff.invoices.title",
                VaadinIcon.INVOICE,
                InvoicesView.class))
        : List.of();
  }
}
