package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentState;
import java.util.List;

/** Every payment that was opened on an order. */
final class PaymentsCard extends Card {

  private static final long serialVersionUID = 1L;

  PaymentsCard(List<Payment> payments) {
    super(Texts.of("staff.payments.title"));
    for (Payment payment : payments) {
      Span number = new Span(payment.paymentNo());
      number.addClassNames("mono", "small");
      Span what = new Span(Texts.of(payment.method()) + " " + Money.yuan(payment.amountFen()));
      Span at =
          new Span(Times.second(payment.paidAt() == null ? payment.createdAt() : payment.paidAt()));
      at.addClassNames("muted", "small");
      Div row =
          new Div(
              new StatusBadge(
                  Texts.of(payment.state()),
                  payment.state() == PaymentState.PAID ? Tone.DONE : Tone.NEUTRAL),
              what,
              number,
              at);
      row.addClassName("produced-row");
      add(row);
    }
  }
}
