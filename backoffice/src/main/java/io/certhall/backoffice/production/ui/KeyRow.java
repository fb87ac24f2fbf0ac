package io.certhall.backoffice.production.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.certhall.backoffice.key.KeyAgentPort;
import io.certhall.backoffice.key.KeyChoice;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.DeskRow;
import io.certhall.backoffice.task.ui.TaskMarks;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.issuance.ProductionRow;
import io.certhall.processes.refusal.Refusal;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One certificate: what goes on the key, and the key's serial to scan. */
final class KeyRow extends DeskRow {

  private static final long serialVersionUID = 1L;

  /** Assigns a key; throws {@link Refusal} with words for the producer. */
  interface Producing {
    void produce(ProductionRow row, String mediumSerial, @Nullable String csrPem);
  }

  private final transient ProductionRow row;
  private final transient Producing producing;
  private final TextField serial = new TextField();
  private final CsrField csr = new CsrField();

  KeyRow(
      ProductionRow row,
      HallSettings hall,
      Instant now,
      Producing producing,
      DeskKeys keys,
      BiConsumer<ProductionRow, String> made) {
    this.row = row;
    this.producing = producing;
    serial.setLabel(Texts.of("staff.production.serial"));
    serial.setMaxLength(64);
    serial.setValueChangeMode(ValueChangeMode.EAGER);
    serial.addKeyDownListener(Key.ENTER, enter -> produce());
    serial.addClassName("mono");
    serial.setManualValidation(true);
    serial.getElement().setAttribute("autocomplete", "off");
    Div work =
        new Div(serial, ActionButton.primary(Texts.of("staff.production.issue"), this::produce));
    work.addClassName("desk-work");
    KeyAgentPort agent = keys.port();
    KeyChoice choice = new KeyChoice();
    work.add(
        new ActionButton(
            Texts.of("agent.makeKey"),
            () -> keys.make(agent, choice, row, medium -> made.accept(row, medium))));
    add(facts(hall, now), work, agent, choice, csr);
  }

  @Override
  public void begin() {
    serial.focus();
  }

  private Div facts(HallSettings hall, Instant now) {
    Span title = new Span(row.applicantName());
    title.addClassName("work-subject");
    String person = row.personName();
    Span certificate =
        new Span(
            Texts.of(hall.certificateType(row.type().name()).label())
                + (person == null ? "" : " · " + person)
                + " · "
                + Texts.of("staff.item.yearsValue", row.years()));
    Span seals =
        new Span(
            row.seals().isEmpty()
                ? Texts.of("staff.production.noSeals")
                : Texts.of(
                    "staff.production.seals",
                    row.seals().stream()
                        .map(code -> Texts.of(hall.sealLabel(code)))
                        .collect(Collectors.joining(Texts.of("staff.list.comma")))));
    seals.addClassNames("small");
    Span number =
        new Span(
            row.orderNo()
                + " · "
                + Texts.of("staff.production.nth", row.itemSeq(), row.itemCount()));
    number.addClassNames("muted", "small", "num");
    Div marks = new Div(number, TaskMarks.age(row.createdAt(), now));
    TaskMarks.due(row.dueAt(), now).ifPresent(marks::add);
    marks.addClassName("work-marks");
    Div facts = new Div(title, certificate, seals, marks);
    facts.addClassName("desk-facts");
    return facts;
  }

  private void produce() {
    serial.setInvalid(false);
    try {
      producing.produce(row, serial.getValue(), csr.value());
    } catch (Refusal refused) {
      serial.setErrorMessage(Texts.of(refused));
      serial.setInvalid(true);
      serial.focus();
    }
  }
}
