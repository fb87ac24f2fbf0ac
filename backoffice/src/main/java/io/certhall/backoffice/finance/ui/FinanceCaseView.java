package io.certhall.backoffice.finance.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.TaskMarks;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.TransferChecks;
import io.certhall.processes.payment.TransferDecision;
import io.certhall.processes.payment.TransferDecision.Verdict;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTasks;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** One transfer before finance. */
@Route(value = "work/finance", layout = MainLayout.class)
@RolesAllowed("FINANCE")
@StyleSheet("staff.css")
public class FinanceCaseView extends Page implements HasUrlParameter<Long> {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient TransferChecks checks;
  private final transient TransferVouchers vouchers;
  private final transient Orders orders;
  private final transient HumanTasks tasks;
  private final transient Clock clock;

  FinanceCaseView(
      CurrentActor actor,
      TransferChecks checks,
      TransferVouchers vouchers,
      Orders orders,
      HumanTasks tasks,
      Clock clock) {
    super(Texts.of("finance.case"));
    this.actor = actor.get();
    this.checks = checks;
    this.vouchers = vouchers;
    this.orders = orders;
    this.tasks = tasks;
    this.clock = clock;
    addClassName("page-wide");
  }

  @Override
  public void setParameter(BeforeEvent event, Long taskId) {
    Payment payment = checks.checked(actor, taskId);
    Order order = orders.visible(actor, payment.orderNo());
    setHeading(Texts.of("finance.caseHeading", order.applicantName()));
    setLead(Texts.of("finance.caseLead", order.orderNo(), Money.yuan(payment.amountFen())));
    TaskMarks.due(tasks.workable(actor, taskId).dueAt(), clock.instant())
        .ifPresent(this::addAction);
    addAction(
        ActionButton.tertiary(
            Texts.of("staff.work.release"),
            () -> {
              tasks.release(actor, taskId);
              back();
            }));
    add(
        new TransferCase(
            actor, order, payment, vouchers, decision -> decide(taskId, order, decision)));
  }

  private void decide(long taskId, Order order, TransferDecision decision) {
    checks.decide(actor, taskId, decision);
    Refusals.showSuccess(
        Texts.of(
            decision.decision() == Verdict.CONFIRM ? "finance.confirmed" : "finance.refused",
            order.orderNo()));
    back();
  }

  private static void back() {
    UI.getCurrent().navigate(FinanceWorkView.class);
  }
}
