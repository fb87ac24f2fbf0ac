package io.certhall.backoffice.ticket.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.attachment.CheckedFile;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.ticket.Ticket;
import io.certhall.processes.ticket.TicketEntry;
import io.certhall.processes.ticket.TicketState;
import io.certhall.processes.ticket.Tickets;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One question with all that was said, and what its reader can do about it. */
@Route(value = "tickets/:ticketNo", layout = MainLayout.class)
@RolesAllowed({"APPLICANT", "REVIEWER"})
public class TicketView extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient Tickets tickets;
  private final transient PublishedPolicies policies;
  private final transient Actor actor;
  private final Div content = new Div();
  private String ticketNo = "";

  TicketView(Tickets tickets, PublishedPolicies policies, CurrentActor currentActor) {
    super(Texts.of("ticket.title"));
    this.tickets = tickets;
    this.policies = policies;
    this.actor = currentActor.get();
    content.addClassName("stack");
    add(content);
  }

  static RouteParameters of(String ticketNo) {
    return new RouteParameters("ticketNo", ticketNo);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    ticketNo = event.getRouteParameters().get("ticketNo").orElseThrow();
    refresh();
  }

  private void refresh() {
    Ticket ticket = tickets.get(actor, ticketNo);
    setHeading(ticket.subject());
    setLead(Texts.of("ticket.lead", ticketNo, Times.minute(ticket.createdAt())));
    content.removeAll();
    clearActions();
    content.add(
        new Card(
            Texts.of("ticket.facts"),
            new FactList()
                .fact(Texts.of("orders.state"), TicketBadge.of(ticket))
                .fact(
                    Texts.of("ticket.category"),
                    TicketBadge.category(policies.active(ticket.hall()).settings(), ticket))
                .fact(Texts.of("ticket.applicant"), ticket.applicantName())
                .fact(Texts.of("ticket.assignee"), ticket.assigneeName())));
    Card said = new Card(Texts.of("ticket.said"));
    tickets.entries(actor, ticketNo).forEach(entry -> said.add(entry(entry)));
    content.add(said);
    if (ticket.state() != TicketState.CLOSED) {
      boolean own = ticket.accountId() == actor.accountId();
      if (!own && ticket.state() == TicketState.OPEN && actor.has(Role.REVIEWER)) {
        addAction(
            ActionButton.primary(
                Texts.of("ticket.take"),
                () -> {
                  tickets.take(actor, ticketNo);
                  refresh();
                }));
      }
      addAction(
          ActionButton.tertiary(
              Texts.of("ticket.close"),
              () -> {
                tickets.close(actor, ticketNo);
                refresh();
              }));
      content.add(reply(own));
    }
  }

  private Card reply(boolean own) {
    ErrorSummary summary = new ErrorSummary();
    FieldErrors errors = new FieldErrors(summary);
    WordsForm words = new WordsForm(Texts.of(own ? "ticket.more" : "ticket.answer"));
    errors.bind("words", words.field());
    return new Card(
        Texts.of(own ? "ticket.more" : "ticket.answer"),
        summary,
        words,
        ActionButton.primary(
            Texts.of("ticket.send"),
            () -> {
              errors.clear();
              try {
                tickets.say(actor, ticketNo, words.field().getValue(), words.uploads());
                refresh();
              } catch (Refusal refused) {
                errors.show(refused);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }));
  }

  private Div entry(TicketEntry entry) {
    Span who =
        new Span(
            Texts.of(
                entry.byStaff() ? "ticket.byStaff" : "ticket.byApplicant",
                entry.actor(),
                Times.minute(entry.at())));
    who.addClassNames("muted", "small");
    Div words = new Div(entry.words());
    words.addClassName("ticket-words");
    Div shown = new Div(who, words);
    shown.addClassName("ticket-entry");
    for (TicketEntry.File file : entry.files()) {
      shown.add(
          Downloads.view(
              file.name(),
              () -> {
                CheckedFile opened = tickets.file(actor, ticketNo, file.id());
                return new Downloads.File(
                    opened.fileName(),
                    opened.format().equals("pdf")
                        ? "application/pdf"
                        : "image/" + (opened.format().equals("jpg") ? "jpeg" : opened.format()),
                    opened.content());
              }));
    }
    return shown;
  }
}
