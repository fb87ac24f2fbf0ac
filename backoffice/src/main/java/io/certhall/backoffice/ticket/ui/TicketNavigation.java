package io.certhall.backoffice.ticket.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.certhall.backoffice.shell.FeatureNavigation;
import io.certhall.backoffice.shell.NavigationEntry;
import io.certhall.backoffice.shell.NavigationSection;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.ticket.TicketState;
import io.certhall.processes.ticket.Tickets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Special service, where a hall offers it; the counter tells what waits. */
@Component
class TicketNavigation implements FeatureNavigation {

  private final PublishedPolicies policies;
  private final Tickets tickets;

  TicketNavigation(PublishedPolicies policies, Tickets tickets) {
    this.policies = policies;
    this.tickets = tickets;
  }

  @Override
  public List<NavigationEntry> entries(Actor actor) {
    boolean offered =
        policies.active().stream()
            .anyMatch(policy -> !policy.settings().ticketCategories().isEmpty());
    if (!offered || !(actor.has(Role.APPLICANT) || actor.has(Role.REVIEWER))) {
      return List.of();
    }
    TicketState waiting = actor.has(Role.REVIEWER) ? TicketState.OPEN : TicketState.ANSWERED;
    return List.of(
        new NavigationEntry(
            actor.has(Role.REVIEWER) ? NavigationSection.WORK : NavigationSection.SERVICES,
            60,
            "ticket.title",
            VaadinIcon.COMMENT_ELLIPSIS_O,
            TicketListView.class,
            who -> tickets.count(who, waiting)));
  }
}
