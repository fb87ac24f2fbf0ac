package io.certhall.backoffice.finance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.payment.Refund;
import io.certhall.processes.payment.RefundDesk;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;

/** Asks for the bank's number of a refund that was transferred by hand. */
final class TransferredDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final TextField reference = new TextField(Texts.of("finance.reference"));

  TransferredDialog(RefundDesk desk, Actor actor, Refund refund, Runnable done) {
    setHeaderTitle(Texts.of("finance.transferredTitle"));
    reference.setMaxLength(64);
    reference.setManualValidation(true);
    reference.setWidthFull();
    add(
        new Paragraph(
            Texts.of("finance.transferredText", Money.yuan(refund.amountFen()), refund.orderNo())),
        reference);
    getFooter()
        .add(
            new Button(Texts.of("shell.cancel"), click -> close()),
            ActionButton.primary(
                Texts.of("finance.transferred"),
                () -> {
                  if (carryOut(desk, actor, refund)) {
                    close();
                    Refusals.showSuccess(Texts.of("finance.transferredDone"));
                    done.run();
                  }
                }));
  }

  private boolean carryOut(RefundDesk desk, Actor actor, Refund refund) {
    reference.setInvalid(false);
    try {
      desk.transferred(actor, refund.refundNo(), reference.getValue());
      return true;
    } catch (Refusal refused) {
      Problem problem = refused.problems().getFirst();
      if (problem.path().equals("reference")) {
        reference.setErrorMessage(Texts.of(problem));
        reference.setInvalid(true);
      } else {
        Refusals.showError(Texts.of(problem));
      }
      return false;
    }
  }
}
