package io.certhall.backoffice.delivery.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.DeskRow;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.privacy.Masking;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One order at the counter: who takes the keys, and the end of his identity number. */
final class PickupRow extends DeskRow {

  private static final long serialVersionUID = 1L;

  /** Hands keys over. */
  interface HandOver {
    void to(Parcel parcel, String recipient, String idLast4, boolean letter);
  }

  private final transient Parcel parcel;
  private final transient HandOver handOver;
  private final TextField recipient = new TextField(Texts.of("staff.delivery.taker"));
  private final TextField last4 = new TextField(Texts.of("staff.delivery.idLast4"));

  private final Checkbox letter = new Checkbox(Texts.of("delivery.letter"));

  PickupRow(Parcel parcel, Instant now, boolean asksForLetter, HandOver handOver) {
    letter.setVisible(asksForLetter);
    this.parcel = parcel;
    this.handOver = handOver;
    recipient.setMaxLength(100);
    recipient.setManualValidation(true);
    last4.setMaxLength(4);
    last4.setValueChangeMode(ValueChangeMode.EAGER);
    last4.addKeyDownListener(Key.ENTER, enter -> hand());
    last4.setManualValidation(true);
    last4.addClassNames("mono", "short");
    Div work =
        new Div(
            recipient,
            last4,
            letter,
            ActionButton.primary(Texts.of("staff.delivery.hand"), this::hand));
    work.addClassName("desk-work");
    add(new ParcelFacts(parcel, now, agent(parcel.agent())), work);
  }

  @Override
  public void begin() {
    recipient.focus();
  }

  /** Whose card to expect; the number stays hidden, it is to be read from the card. */
  private static String agent(OrderForm.@Nullable AgentForm agent) {
    return agent == null
        ? Texts.of("staff.delivery.noAgent")
        : Texts.of(
            "staff.delivery.agent",
            String.valueOf(agent.name()),
            agent.phone() == null ? "" : Masking.phone(agent.phone()));
  }

  private void hand() {
    recipient.setInvalid(false);
    last4.setInvalid(false);
    try {
      handOver.to(parcel, recipient.getValue(), last4.getValue(), letter.getValue());
    } catch (Refusal refused) {
      for (Problem problem : refused.problems()) {
        switch (problem.path()) {
          case "recipient" -> wrong(recipient, problem);
          case "idLast4" -> wrong(last4, problem);
          default -> Refusals.showError(Texts.of(problem));
        }
      }
    }
  }

  private static void wrong(TextField field, Problem problem) {
    field.setErrorMessage(Texts.of(problem));
    field.setInvalid(true);
  }
}
