package io.certhall.backoffice.finance.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.task.ui.WorkList;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.TransferChecks;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.TaskQueue;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Transfers whose vouchers wait to be compared with the bank statement. */
@Route(value = "work/finance", layout = MainLayout.class)
@RolesAllowed("FINANCE")
public class FinanceWorkView extends Page {

  private static final long serialVersionUID = 1L;

  FinanceWorkView(CurrentActor currentActor, WorkList.Parts parts, TransferChecks checks) {
    super(Texts.of("finance.work"));
    Actor actor = currentActor.get();
    setLead(Texts.of("finance.workLead"));
    add(
        new WorkList(
            parts,
            actor,
            TaskQueue.FINANCE,
            row -> getUI().ifPresent(ui -> ui.navigate(FinanceCaseView.class, row.id()))));
    List<Payment> late = checks.late(actor);
    if (!late.isEmpty()) {
      add(lateOnes(late));
    }
  }

  /** Their orders are over: what has come goes back. */
  private static Card lateOnes(List<Payment> late) {
    Card card = new Card(Texts.of("finance.late"));
    Span why = new Span(Texts.of("finance.lateText"));
    why.addClassNames("muted", "small");
    card.add(why);
    for (Payment payment : late) {
      Span facts =
          new Span(Money.yuan(payment.amountFen()) + " · " + Times.minute(payment.createdAt()));
      facts.addClassNames("muted", "small");
      Div row =
          new Div(
              new RouterLink(payment.orderNo(), FinanceLateView.class, payment.paymentNo()), facts);
      row.addClassName("produced-row");
      card.add(row);
    }
    return card;
  }
}
