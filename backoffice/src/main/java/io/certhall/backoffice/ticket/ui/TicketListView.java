package io.certhall.backoffice.ticket.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Address;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.PageBar;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.ticket.Ticket;
import io.certhall.processes.ticket.TicketState;
import io.certhall.processes.ticket.Tickets;
import jakarta.annotation.security.RolesAllowed;

/** Special service: an applicant's own questions, for reviewers all. */
@Route(value = "tickets", layout = MainLayout.class)
@RolesAllowed({"APPLICANT", "REVIEWER"})
public class TicketListView extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Tickets tickets;
  private final transient PublishedPolicies policies;
  private final transient Actor actor;
  private final Select<TicketState> state = new Select<>();
  private final Grid<Ticket> grid = new Grid<>();
  private final PageBar pages = new PageBar(this::go);
  private final EmptyState none =
      new EmptyState(
          VaadinIcon.COMMENT_ELLIPSIS_O, Texts.of("ticket.none"), Texts.of("ticket.noneText"));
  private transient Address address = new Address();
  private boolean showing;

  TicketListView(Tickets tickets, PublishedPolicies policies, CurrentActor currentActor) {
    super(Texts.of("ticket.title"));
    this.tickets = tickets;
    this.policies = policies;
    this.actor = currentActor.get();
    addClassName("page-list");
    if (actor.has(Role.APPLICANT)) {
      addAction(
          ActionButton.primary(
              Texts.of("ticket.new"), () -> UI.getCurrent().navigate(NewTicketView.class)));
    }
    state.setItems(TicketState.values());
    state.setEmptySelectionAllowed(true);
    state.setPlaceholder(Texts.of("orders.anyState"));
    state.setEmptySelectionCaption(Texts.of("orders.anyState"));
    state.setAriaLabel(Texts.of("orders.state"));
    state.setItemLabelGenerator(
        value -> value == null ? Texts.of("orders.anyState") : Texts.of(value));
    state.addValueChangeListener(
        change -> {
          if (!showing) {
            address.put("state", change.getValue());
            go(1, address.rows());
          }
        });
    Div filters = new Div(state);
    filters.addClassName("filters");
    addColumns();
    add(filters, grid, pages, none);
  }

  private void addColumns() {
    grid.addClassName("order-grid");
    grid.addThemeVariants(
        GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.setAllRowsVisible(true);
    grid.addComponentColumn(
            ticket ->
                new RouterLink(
                    ticket.ticketNo(), TicketView.class, TicketView.of(ticket.ticketNo())))
        .setHeader(Texts.of("ticket.number"))
        .setWidth("12rem")
        .setFlexGrow(0);
    grid.addColumn(Ticket::subject).setHeader(Texts.of("ticket.subject")).setFlexGrow(2);
    grid.addColumn(
            ticket -> TicketBadge.category(policies.active(ticket.hall()).settings(), ticket))
        .setHeader(Texts.of("ticket.category"));
    if (actor.has(Role.REVIEWER)) {
      grid.addColumn(Ticket::applicantName).setHeader(Texts.of("ticket.applicant"));
      grid.addColumn(ticket -> ticket.assigneeName() == null ? "—" : ticket.assigneeName())
          .setHeader(Texts.of("ticket.assignee"));
    }
    grid.addComponentColumn(TicketBadge::of).setHeader(Texts.of("orders.state"));
    grid.addColumn(ticket -> Times.minute(ticket.stateSince()))
        .setHeader(Texts.of("ticket.since"))
        .setWidth("10rem")
        .setFlexGrow(0);
    grid.addItemDoubleClickListener(
        click ->
            UI.getCurrent().navigate(TicketView.class, TicketView.of(click.getItem().ticketNo())));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    address = new Address(event.getLocation().getQueryParameters());
    TicketState wanted = address.word("state", TicketState.class).orElse(null);
    showing = true;
    state.setValue(wanted);
    showing = false;
    int found = tickets.count(actor, wanted);
    int rows = address.rows();
    int page = Math.min(address.page(), PageBar.pages(found, rows));
    grid.setItems(tickets.page(actor, wanted, (page - 1) * rows, rows));
    grid.setVisible(found > 0);
    none.setVisible(found == 0);
    pages.show(found, page, rows);
  }

  private void go(int page, int rows) {
    UI.getCurrent().navigate(TicketListView.class, address.turned(page, rows).parameters());
  }
}
