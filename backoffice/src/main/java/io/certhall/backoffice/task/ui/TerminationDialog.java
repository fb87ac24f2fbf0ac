package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.Order;
import io.certhall.processes.refusal.Refusal;
import java.util.function.Consumer;

/** Why an order is ended; says what becomes of the money. */
class TerminationDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 200;

  private final TextArea reason = new TextArea(Texts.of("staff.terminate.reason"));

  /**
   * @param terminate gets the reason; the dialog stays open while it refuses
   */
  TerminationDialog(Order order, Consumer<String> terminate) {
    setHeaderTitle(Texts.of("staff.terminate"));
    setWidth("min(36rem, 96vw)");
    reason.setHelperText(Texts.of("staff.terminate.reasonHelp"));
    reason.setRequiredIndicatorVisible(true);
    reason.setManualValidation(true);
    reason.setMaxLength(LONGEST);
    reason.setWidthFull();
    add(
        new Paragraph(
            Texts.of(
                order.paidFen() > order.refundedFen()
                    ? "staff.terminate.paid"
                    : "staff.terminate.unpaid")),
        reason);
    getFooter()
        .add(
            new Button(Texts.of("shell.cancel"), click -> close()),
            ActionButton.primary(Texts.of("staff.terminate"), () -> run(terminate)));
  }

  private void run(Consumer<String> terminate) {
    try {
      terminate.accept(reason.getValue());
      close();
    } catch (Refusal refused) {
      reason.setErrorMessage(Texts.of(refused));
      reason.setInvalid(true);
      reason.focus();
    }
  }
}
