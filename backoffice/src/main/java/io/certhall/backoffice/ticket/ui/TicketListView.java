package io.certhall.backoffice.ticket.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.FilterChoice;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.PagedList;
import io.certhall.backoffice.shell.RowCard;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.ticket.Ticket;
import io.certhall.processes.ticket.TicketState;
import io.certhall.processes.ticket.Tickets;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Special service: an applicant's own questions, for reviewers all. */
@Route(value = "tickets", layout = MainLayout.class)
@RolesAllowed({"APPLICANT", "REVIEWER"})
public class TicketListView extends PagedList<Ticket> {

  private static final long serialVersionUID = 1L;

  private final transient Tickets tickets;
  private final transient PublishedPolicies policies;
  private final transient Actor actor;
  private final FilterChoice<TicketState> state;

  TicketListView(Tickets tickets, PublishedPolicies policies, CurrentActor currentActor) {
    super(
        Texts.of("ticket.title"),
        new EmptyState(
            VaadinIcon.COMMENT_ELLIPSIS_O, Texts.of("ticket.none"), Texts.of("ticket.noneText")));
    this.tickets = tickets;
    this.policies = policies;
    this.actor = currentActor.get();
    if (actor.has(Role.APPLICANT)) {
      addAction(
          ActionButton.primary(
              Texts.of("ticket.new"), () -> UI.getCurrent().navigate(NewTicketView.class)));
    }
    state =
        choice(
            "state", "orders.state", "orders.anyState", List.of(TicketState.values()), Texts::of);
    grid().cell("ticket.number", "12rem", TicketListView::link);
    grid().text("ticket.subject", "10rem", Ticket::subject).setFlexGrow(2);
    grid().text("ticket.category", "7rem", this::category).setFlexGrow(1);
    if (actor.has(Role.REVIEWER)) {
      grid().text("ticket.applicant", "7rem", Ticket::applicantName).setFlexGrow(1);
      grid().text("ticket.assignee", "7rem", TicketListView::assignee);
    }
    grid().cell("orders.state", "7rem", TicketBadge::of);
    grid().text("ticket.since", "10rem", ticket -> Times.minute(ticket.stateSince()));
    grid()
        .addItemDoubleClickListener(
            click ->
                UI.getCurrent()
                    .navigate(TicketView.class, TicketView.of(click.getItem().ticketNo())));
  }

  @Override
  protected Component card(Ticket ticket) {
    return new RowCard(new Span(ticket.subject()), TicketBadge.of(ticket))
        .facts(category(ticket), Times.minute(ticket.stateSince()))
        .actions(link(ticket));
  }

  private static Component link(Ticket ticket) {
    return new RouterLink(ticket.ticketNo(), TicketView.class, TicketView.of(ticket.ticketNo()));
  }

  private String category(Ticket ticket) {
    return TicketBadge.category(policies.active(ticket.hall()).settings(), ticket);
  }

  private static String assignee(Ticket ticket) {
    return ticket.assigneeName() == null ? "—" : ticket.assigneeName();
  }

  @Override
  protected int count() {
    return tickets.count(actor, state.getValue());
  }

  @Override
  protected List<Ticket> rows(int offset, int limit) {
    return tickets.page(actor, state.getValue(), offset, limit);
  }
}
