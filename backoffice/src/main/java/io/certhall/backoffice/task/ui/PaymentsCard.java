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
import io.certhall.processes.payment.Refund;
import io.certhall.processes.payment.RefundState;
import java.time.Instant;
import java.util.List;

/** Every payment that was opened on an order, and what was given back. */
final class PaymentsCard extends Card {

  private static final long serialVersionUID = 1L;

  PaymentsCard(List<Payment> payments, List<Refund> refunds) {
    super(Texts.of("staff.payments.title"));
    for (Payment payment : payments) {
      add(
          row(
              new StatusBadge(
                  Texts.of(payment.state()),
                  payment.state() == PaymentState.PAID ? Tone.DONE : Tone.NEUTRAL),
              Texts.of(payment.method()) + " " + Money.yuan(payment.amountFen()),
              payment.paymentNo(),
              payment.paidAt() == null ? payment.createdAt() : payment.paidAt()));
    }
    for (Refund refund : refunds) {
      add(
          row(
              new StatusBadge(
                  Texts.of(refund.state()),
                  refund.state() == RefundState.REFUNDED ? Tone.DONE : Tone.NEUTRAL),
              Texts.of(refund.method()) + " -" + Money.yuan(refund.amountFen()),
              refund.refundNo(),
              refund.completedAt() == null ? refund.requestedAt() : refund.completedAt()));
    }
  }

  private static Div row(StatusBadge badge, String what, String number, Instant time) {
    Span shown = new Span(number);
    shown.addClassNames("mono", "small");
    Span at = new Span(Times.second(time));
    at.addClassNames("muted", "small");
    Div row = new Div(badge, new Span(what), shown, at);
    row.addClassName("produced-row");
    return row;
  }
}
