package io.certhall.processes.application;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applicant gives a submitted order up, as long as nothing has been issued (T22). */
@Service
public class OrderWithdrawal {

  private final Orders orders;
  private final OrderEnding ending;
  private final AuditLog audit;

  OrderWithdrawal(Orders orders, OrderEnding ending, AuditLog audit) {
    this.orders = orders;
    this.ending = ending;
    this.audit = audit;
  }

  /**
   * @throws Refusal CONFLICT when the order is a draft, already being issued or over
   */
  @Transactional
  public void withdraw(Actor actor, String orderNo) {
    Order order = orders.lockedOwn(actor, orderNo);
    if (!order.state().isWithdrawable()) {
      throw Refusal.conflict("ORDER_NOT_WITHDRAWABLE");
    }
    ending.end(actor, order, OrderState.CANCELLED, OrderEventKind.WITHDRAWN, null, null);
    audit.record(actor, "order.withdrawn", "order", orderNo, order.hall(), null);
  }
}
