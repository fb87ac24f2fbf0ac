package io.certhall.backoffice.medium.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.medium.KeyMedium;
import io.certhall.processes.medium.MediumDesk;
import io.certhall.processes.medium.MediumEvent;
import io.certhall.processes.medium.MediumQuery;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Arrays;

/** One key: who had it when, and what can be done with it by hand. */
final class MediumDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 500;

  private final transient Actor actor;
  private final transient KeyMedium medium;
  private final transient MediumDesk desk;
  private final transient Runnable changed;
  private final TextField note = new TextField(Texts.of("medium.note"));

  MediumDialog(
      Actor actor,
      KeyMedium medium,
      String hall,
      MediumQuery query,
      MediumDesk desk,
      Runnable changed) {
    this.actor = actor;
    this.medium = medium;
    this.desk = desk;
    this.changed = changed;
    setHeaderTitle(Texts.of("medium.one", medium.serial()));
    setWidth("40rem");
    Span facts =
        new Span(
            MediumWords.model(medium.model())
                + " · "
                + hall
                + (medium.supplier() == null ? "" : " · " + medium.supplier()));
    facts.addClassNames("muted", "small");
    Div history = new Div();
    history.addClassName("stack");
    query.history(actor, medium.serial()).forEach(event -> history.add(row(event)));
    add(facts, history);
    if (actor.has(Role.PRODUCER) || actor.has(Role.DISPATCHER)) {
      add(acts());
    }
    getFooter().add(new Button(Texts.of("medium.close"), click -> close()));
  }

  private static Div row(MediumEvent event) {
    Span when = new Span(Times.minute(event.at()));
    when.addClassNames("muted", "small", "num");
    Span who = new Span(event.actorName());
    who.addClassNames("muted", "small");
    Div marks = new Div(when, MediaView.badge(event.to()), who);
    marks.addClassName("work-marks");
    Div row = new Div(marks);
    row.addClassName("medium-event");
    if (event.orderNo() != null) {
      row.add(
          new Span(
              event.orderNo() + (event.holderName() == null ? "" : " · " + event.holderName())));
    }
    if (event.note() != null) {
      Span note = new Span(event.note());
      note.addClassNames("muted", "small");
      row.add(note);
    }
    return row;
  }

  private Div acts() {
    note.setMaxLength(LONGEST);
    note.setManualValidation(true);
    note.setWidthFull();
    Div buttons = new Div();
    buttons.addClassName("buttons");
    Arrays.stream(MediumDesk.Act.values())
        .filter(act -> act.isLegalFrom(medium.state()))
        .forEach(act -> buttons.add(new ActionButton(Texts.of(act), () -> act(act))));
    Div acts = new Div(note, buttons);
    acts.setVisible(buttons.getChildren().findAny().isPresent());
    return acts;
  }

  private void act(MediumDesk.Act act) {
    note.setInvalid(false);
    try {
      desk.act(actor, medium.serial(), act, note.getValue());
    } catch (Refusal refused) {
      note.setErrorMessage(Texts.of(refused));
      note.setInvalid(true);
      note.focus();
      return;
    }
    close();
    Refusals.showSuccess(Texts.of("medium.done", medium.serial(), Texts.of(act)));
    changed.run();
  }
}
