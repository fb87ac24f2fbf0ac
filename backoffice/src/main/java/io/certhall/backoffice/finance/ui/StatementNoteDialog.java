package io.certhall.backoffice.finance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.refusal.Refusal;
import java.util.function.Consumer;

/** What finance did about a line of a bank statement. */
final class StatementNoteDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 200;

  private final TextField note = new TextField(Texts.of("statement.bank.note"));

  /**
   * @param done gets the note; the dialog stays open while it refuses
   */
  StatementNoteDialog(Consumer<String> done) {
    setHeaderTitle(Texts.of("statement.bank.done"));
    setWidth("min(32rem, 96vw)");
    note.setHelperText(Texts.of("statement.bank.noteHelp"));
    note.setRequiredIndicatorVisible(true);
    note.setManualValidation(true);
    note.setMaxLength(LONGEST);
    note.setWidthFull();
    add(note);
    getFooter()
        .add(
            new Button(Texts.of("shell.cancel"), click -> close()),
            ActionButton.primary(Texts.of("statement.bank.save"), () -> run(done)));
  }

  private void run(Consumer<String> done) {
    try {
      done.accept(note.getValue());
      close();
    } catch (Refusal refused) {
      note.setErrorMessage(Texts.of(refused));
      note.setInvalid(true);
      note.focus();
    }
  }
}
