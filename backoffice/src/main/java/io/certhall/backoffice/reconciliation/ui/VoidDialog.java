package io.certhall.backoffice.reconciliation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.issuance.UncertainIssue;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import java.util.function.Consumer;

/** Asks why a reservation is given up for good. */
final class VoidDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 500;

  private final TextArea reason = new TextArea(Texts.of("staff.reconciliation.reason"));

  /**
   * @param action gets the reason; the dialog closes when it isn't refused
   */
  VoidDialog(UncertainIssue issue, Consumer<String> action) {
    setHeaderTitle(Texts.of("staff.reconciliation.reissue"));
    reason.setRequiredIndicatorVisible(true);
    reason.setManualValidation(true);
    reason.setMaxLength(LONGEST);
    reason.setWidthFull();
    add(new Paragraph(Texts.of("staff.reconciliation.reissueText", issue.signingSerial())), reason);
    getFooter()
        .add(
            new Button(Texts.of("shell.cancel"), click -> close()),
            ActionButton.primary(
                Texts.of("staff.reconciliation.reissueConfirm"), () -> carryOut(action)));
  }

  private void carryOut(Consumer<String> action) {
    reason.setInvalid(false);
    try {
      action.accept(reason.getValue());
      close();
    } catch (Refusal refused) {
      Problem problem = refused.problems().getFirst();
      if (problem.path().equals("reason")) {
        reason.setErrorMessage(Texts.of(problem));
        reason.setInvalid(true);
      } else {
        Refusals.showError(Texts.of(problem));
        close();
      }
    }
  }
}
