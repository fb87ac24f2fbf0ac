package io.certhall.backoffice.finance.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.TransferDecision;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Confirms what has arrived, typed from the bank statement, or refuses with a reason. */
final class TransferDecisionForm extends Div {

  private static final long serialVersionUID = 1L;
  private static final Pattern YUAN = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

  private final transient Consumer<TransferDecision> decide;
  private final TextField amount = new TextField(Texts.of("finance.arrived"));
  private final TextArea reason = new TextArea(Texts.of("finance.reason"));

  TransferDecisionForm(Payment payment, Consumer<TransferDecision> decide) {
    this.decide = decide;
    addClassNames("stack", "decision-form");
    amount.setPlaceholder(Texts.of("finance.arrivedHint", Money.yuan(payment.amountFen())));
    amount.setManualValidation(true);
    amount.setMaxLength(12);
    amount.getElement().setAttribute("inputmode", "decimal");
    amount.setWidthFull();
    reason.setMaxLength(200);
    reason.setManualValidation(true);
    reason.setPlaceholder(Texts.of("finance.reasonHint"));
    reason.setWidthFull();
    ActionButton refuse = new ActionButton(Texts.of("finance.refuse"), this::refuse);
    refuse.addThemeVariants(ButtonVariant.LUMO_ERROR);
    Div confirming =
        new Div(amount, ActionButton.primary(Texts.of("finance.confirm"), this::confirm));
    confirming.addClassName("decision-part");
    Div refusing = new Div(reason, refuse);
    refusing.addClassName("decision-part");
    add(confirming, refusing);
  }

  private void confirm() {
    @Nullable Long fen = fen(amount.getValue());
    if (fen == null) {
      wrong(amount, Texts.of("finance.amountForm"));
      return;
    }
    carryOut(TransferDecision.confirm(fen));
  }

  private void refuse() {
    carryOut(TransferDecision.refuse(reason.getValue()));
  }

  private void carryOut(TransferDecision decision) {
    amount.setInvalid(false);
    reason.setInvalid(false);
    try {
      decide.accept(decision);
    } catch (Refusal refused) {
      for (Problem problem : refused.problems()) {
        switch (problem.path()) {
          case "amountFen" -> wrong(amount, Texts.of(problem));
          case "reason" -> {
            reason.setErrorMessage(Texts.of(problem));
            reason.setInvalid(true);
          }
          default -> Refusals.showError(Texts.of(problem));
        }
      }
    }
  }

  private static void wrong(TextField field, String words) {
    field.setErrorMessage(words);
    field.setInvalid(true);
  }

  /** Also as banks print it: 1,950.00. */
  private static @Nullable Long fen(String typed) {
    String yuan = typed.strip().replace(",", "").replace("，", "").replaceAll("^[¥￥]", "");
    return YUAN.matcher(yuan).matches()
        ? new BigDecimal(yuan).movePointRight(2).longValueExact()
        : null;
  }
}
