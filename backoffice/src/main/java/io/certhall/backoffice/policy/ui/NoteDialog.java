package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.refusal.Refusal;
import java.util.function.Consumer;

/** Asks why, shows what will change, and acts. */
final class NoteDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 500;

  /**
   * @param action gets the reason; the dialog closes when it isn't refused
   */
  NoteDialog(String title, String button, String note, Component about, Consumer<String> action) {
    setHeaderTitle(title);
    addClassName("policy-dialog");
    setWidth("min(70rem, 96vw)");
    TextArea why = new TextArea(Texts.of("policy.note"));
    why.setHelperText(Texts.of("policy.note.help"));
    why.setRequiredIndicatorVisible(true);
    why.setMaxLength(LONGEST);
    why.setValue(note);
    why.setWidthFull();
    add(why, about);
    Button cancel = new Button(Texts.of("shell.cancel"), click -> close());
    ActionButton act =
        ActionButton.primary(
            button,
            () -> {
              if (why.getValue().isBlank()) {
                why.setInvalid(true);
                why.setErrorMessage(Texts.of("policy.note.missing"));
                why.focus();
                return;
              }
              run(action, why.getValue());
            });
    getFooter().add(cancel, act);
  }

  private void run(Consumer<String> action, String note) {
    try {
      action.accept(note);
      close();
    } catch (Refusal refused) {
      Refusals.show(refused);
    }
  }
}
