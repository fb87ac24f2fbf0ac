package io.certhall.backoffice.recovery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.recovery.KeyRecoveries;
import io.certhall.processes.recovery.RecoveryForm;
import io.certhall.processes.recovery.RecoveryKind;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;

/** Asks for a key; the fields follow the kind of recovery. */
final class RecoveryRequestForm extends Card {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient KeyRecoveries recoveries;
  private final transient Runnable done;
  private final Select<RecoveryKind> kind = new Select<>();
  private final TextField serial = new TextField(Texts.of("recovery.serial"));
  private final TextArea reason = new TextArea(Texts.of("recovery.reason"));
  private final TextField recipientSerial = new TextField(Texts.of("recovery.recipientSerial"));
  private final TextArea recipient = new TextArea(Texts.of("recovery.recipient"));
  private final TextField authority = new TextField(Texts.of("recovery.authority"));
  private final TextField caseNo = new TextField(Texts.of("recovery.caseNo"));
  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);

  RecoveryRequestForm(Actor actor, KeyRecoveries recoveries, Runnable done) {
    super(Texts.of("recovery.ask"));
    this.actor = actor;
    this.recoveries = recoveries;
    this.done = done;
    kind.setLabel(Texts.of("recovery.kind"));
    kind.setItems(RecoveryKind.values());
    kind.setItemLabelGenerator(Texts::of);
    kind.setValue(RecoveryKind.USER);
    kind.addValueChangeListener(change -> follow());
    recipientSerial.setHelperText(Texts.of("recovery.recipientSerialHelp"));
    recipient.setHelperText(Texts.of("recovery.recipientHelp"));
    errors.bind("serial", serial);
    errors.bind("reason", reason);
    errors.bind("recipientSerial", recipientSerial);
    errors.bind("recipientCertificate", recipient);
    errors.bind("authority", authority);
    errors.bind("caseNo", caseNo);
    Div fields = new Div(kind, serial, recipientSerial, authority, caseNo, recipient, reason);
    fields.addClassName("fields");
    recipient.addClassName("wide");
    reason.addClassName("wide");
    add(summary, fields, ActionButton.primary(Texts.of("recovery.send"), this::send));
    follow();
  }

  private void follow() {
    boolean judicial = kind.getValue() == RecoveryKind.JUDICIAL;
    recipientSerial.setVisible(!judicial);
    recipient.setVisible(judicial);
    authority.setVisible(judicial);
    caseNo.setVisible(judicial);
  }

  private void send() {
    errors.clear();
    try {
      long id =
          recoveries.request(
              actor,
              new RecoveryForm(
                  kind.getValue(),
                  serial.getValue(),
                  reason.getValue(),
                  recipientSerial.getValue(),
                  recipient.getValue(),
                  authority.getValue(),
                  caseNo.getValue()));
      Refusals.showSuccess(Texts.of("recovery.asked", String.valueOf(id)));
      serial.clear();
      reason.clear();
      recipientSerial.clear();
      recipient.clear();
      authority.clear();
      caseNo.clear();
      done.run();
    } catch (Refusal refused) {
      errors.show(refused);
    }
  }
}
