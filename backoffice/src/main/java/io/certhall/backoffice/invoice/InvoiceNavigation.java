package io.certhall.backoffice.invoice;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.invoice.ui.InvoiceDeskView;
import io.certhall.backoffice.invoice.ui.InvoicesView;
import io.certhall.backoffice.invoice.ui.MyInvoicesView;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.invoice.InvoiceDesk;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the invoices. */
@Component
class InvoiceNavigation implements FeatureNavigation {

  private final InvoiceDesk desk;

  InvoiceNavigation(InvoiceDesk desk) {
    this.desk = desk;
  }

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    List<NavigationEntry> entries = new ArrayList<>();
    if (actor.has(Role.FINANCE) || actor.has(Role.AUDITOR)) {
      entries.add(
          new NavigationEntry(
              NavigationSection.WORK,
              68,
              "invoice.desk",
              VaadinIcon.INBOX,
              InvoiceDeskView.class,
              who -> desk.waiting()));
      entries.add(
          new NavigationEntry(
              NavigationSection.WORK,
              70,
              "staff.invoices.title",
              VaadinIcon.INVOICE,
              InvoicesView.class));
    }
    if (actor.has(Role.APPLICANT)) {
      entries.add(
          new NavigationEntry(
              NavigationSection.SERVICES,
              70,
              "invoice.mine",
              VaadinIcon.INVOICE,
              MyInvoicesView.class));
    }
    return entries;
  }
}
