package io.certhall.backoffice.ticket.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.CurrentHall;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.ticket.Tickets;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A new question to a hall that answers them. */
@Route(value = "tickets/new", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class NewTicketView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient Tickets tickets;
  private final transient Actor actor;
  private final Select<PublishedPolicy> hall = new Select<>();
  private final Select<HallSettings.TicketCategory> category = new Select<>();
  private final TextField subject = new TextField(Texts.of("ticket.subject"));
  private final WordsForm words = new WordsForm(Texts.of("ticket.words"));
  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);

  NewTicketView(
      Tickets tickets,
      PublishedPolicies policies,
      CurrentHall currentHall,
      CurrentActor currentActor) {
    super(Texts.of("ticket.new"));
    this.tickets = tickets;
    this.actor = currentActor.get();
    List<PublishedPolicy> offering =
        policies.active().stream()
            .filter(policy -> !policy.settings().ticketCategories().isEmpty())
            .toList();
    hall.setLabel(Texts.of("ticket.hall"));
    hall.setItems(offering);
    hall.setItemLabelGenerator(policy -> Texts.of(policy.settings().shortName()));
    hall.addValueChangeListener(
        change -> category.setItems(change.getValue().settings().ticketCategories()));
    category.setLabel(Texts.of("ticket.category"));
    category.setItemLabelGenerator(value -> Texts.of(value.label()));
    subject.setMaxLength(Tickets.LONGEST_SUBJECT);
    errors.bind("hall", hall);
    errors.bind("category", category);
    errors.bind("subject", subject);
    errors.bind("words", words.field());
    offering.stream()
        .filter(
            policy ->
                offering.size() == 1
                    || (currentHall.isChosen()
                        && currentHall
                            .find()
                            .filter(chosen -> chosen.hall().equals(policy.hall()))
                            .isPresent()))
        .findFirst()
        .ifPresent(hall::setValue);
    Div fields = new Div(hall, category, subject);
    fields.addClassName("fields");
    add(
        new Card(
            Texts.of("ticket.form"),
            summary,
            fields,
            words,
            ActionButton.primary(Texts.of("ticket.send"), this::send)));
  }

  private void send() {
    errors.clear();
    try {
      String ticketNo =
          tickets.ask(
              actor,
              new Tickets.Question(
                  hall.getValue() == null ? null : hall.getValue().hall(),
                  category.getValue() == null ? null : category.getValue().code(),
                  subject.getValue(),
                  words.field().getValue()),
              words.uploads());
      UI.getCurrent().navigate(TicketView.class, TicketView.of(ticketNo));
    } catch (Refusal refused) {
      errors.show(refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
