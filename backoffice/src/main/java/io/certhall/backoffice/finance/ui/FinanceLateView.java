package io.certhall.backoffice.finance.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.Orders;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.TransferChecks;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;

/** A transfer whose order is over: has the money come, it goes back. */
@Route(value = "work/finance-late", layout = MainLayout.class)
@RolesAllowed("FINANCE")
@StyleSheet("staff.css")
public class FinanceLateView extends Page implements HasUrlParameter<String> {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient TransferChecks checks;
  private final transient TransferVouchers vouchers;
  private final transient Orders orders;

  FinanceLateView(
      CurrentActor actor, TransferChecks checks, TransferVouchers vouchers, Orders orders) {
    super(Texts.of("finance.late"));
    this.actor = actor.get();
    this.checks = checks;
    this.vouchers = vouchers;
    this.orders = orders;
    addClassName("page-wide");
  }

  @Override
  public void setParameter(BeforeEvent event, String paymentNo) {
    Payment payment =
        checks.late(actor).stream()
            .filter(late -> late.paymentNo().equals(paymentNo))
            .findFirst()
            .orElseThrow(() -> Refusal.conflict("TASK_DONE"));
    Order order = orders.visible(actor, payment.orderNo());
    setLead(Texts.of("finance.caseLead", order.orderNo(), Money.yuan(payment.amountFen())));
    add(
        new TransferCase(
            actor,
            order,
            payment,
            vouchers,
            decision -> {
              checks.decideLate(actor, paymentNo, decision);
              Refusals.showSuccess(Texts.of("finance.lateDone", order.orderNo()));
              UI.getCurrent().navigate(FinanceWorkView.class);
            }));
  }
}
