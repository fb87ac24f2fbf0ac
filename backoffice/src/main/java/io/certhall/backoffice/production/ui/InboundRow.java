package io.certhall.backoffice.production.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.task.ui.DeskRow;
import io.certhall.backoffice.task.ui.TaskMarks;
import io.certhall.processes.issuance.InboundDesk.Inbound;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.task.query.TaskRow;
import java.time.Instant;
import java.util.Optional;

/** One parcel with keys: what was announced, and the serials that came. */
final class InboundRow extends DeskRow {

  private static final long serialVersionUID = 1L;

  /** Confirms the arrival; throws {@link Refusal} with words for the dispatcher. */
  interface Receiving {
    void receive(TaskRow task, String serials);
  }

  private final transient TaskRow task;
  private final transient Receiving receiving;
  private final TextField serials = new TextField(Texts.of("desk.inboundSerials"));

  InboundRow(TaskRow task, Optional<Inbound> announced, Instant now, Receiving receiving) {
    this.task = task;
    this.receiving = receiving;
    serials.setManualValidation(true);
    serials.setHelperText(Texts.of("desk.inboundSerialsHelp"));
    serials.addClassName("mono");
    serials.addKeyDownListener(Key.ENTER, enter -> receive());
    Div work =
        new Div(serials, ActionButton.primary(Texts.of("desk.inboundReceive"), this::receive));
    work.addClassName("desk-work");
    add(facts(announced, now), work);
  }

  @Override
  public void begin() {
    serials.focus();
  }

  private Div facts(Optional<Inbound> announced, Instant now) {
    Span title = new Span(task.subject());
    title.addClassName("work-subject");
    Span what = new Span(TaskMarks.service(task.service()));
    Span parcel =
        new Span(
            announced
                .filter(sent -> sent.trackingNo() != null)
                .map(
                    sent ->
                        Texts.of(
                            "desk.announced",
                            String.valueOf(sent.carrier()),
                            String.valueOf(sent.trackingNo()),
                            Times.minute(sent.announcedAt())))
                .orElseGet(() -> Texts.of("desk.notAnnounced")));
    parcel.addClassName("small");
    Span number = new Span(String.valueOf(task.orderNo()));
    number.addClassNames("muted", "small", "num");
    Div marks = new Div(number, TaskMarks.age(task.createdAt(), now));
    TaskMarks.due(task.dueAt(), now).ifPresent(marks::add);
    marks.addClassName("work-marks");
    Div facts = new Div(title, what, parcel, marks);
    facts.addClassName("desk-facts");
    return facts;
  }

  private void receive() {
    serials.setInvalid(false);
    try {
      receiving.receive(task, serials.getValue());
    } catch (Refusal refused) {
      serials.setErrorMessage(Texts.of(refused));
      serials.setInvalid(true);
      serials.focus();
    }
  }
}
