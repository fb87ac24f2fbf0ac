package io.certhall.processes.payment;

import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The money is back: the order's payment track, its timeline and the applicant learn of it. */
@Component
class RefundCompletion {

  private final Orders orders;
  private final JooqPaymentRepository payments;
  private final JooqRefundRepository refunds;
  private final OrderHistory history;
  private final Notifications notifications;
  private final Clock clock;

  RefundCompletion(
      Orders orders,
      JooqPaymentRepository payments,
      JooqRefundRepository refunds,
      OrderHistory history,
      Notifications notifications,
      Clock clock) {
    this.orders = orders;
    this.payments = payments;
    this.refunds = refunds;
    this.history = history;
    this.notifications = notifications;
    this.clock = clock;
  }

  /** The caller holds the order's row and has written the refund's state. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void completed(Actor actor, Refund refund) {
    Order order = orders.locked(refund.orderNo());
    orders.change(order, OrderChange.of().payStatus(payStatus(order)));
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            clock.instant(),
            OrderEventKind.REFUNDED,
            order.state(),
            order.round(),
            null,
            actor,
            refund.refundNo()));
    notifications.aboutOrder(
        order,
        "MSG-06",
        "MSG-06:" + refund.refundNo(),
        Map.of(
            "amountFen",
            Long.toString(refund.amountFen()),
            "refundState",
            "退款",
            "method",
            refund.method().name()));
  }

  private PayStatus payStatus(Order order) {
    List<Refund> all = refunds.of(order.orderNo());
    if (Refunds.awaitsMoney(order)) {
      return order.payStatus() == PayStatus.REFUNDING ? PayStatus.UNPAID : order.payStatus();
    }
    if (all.stream().anyMatch(refund -> refund.state().isOpen())) {
      return PayStatus.REFUNDING;
    }
    if (order.paidFen() <= order.refundedFen()) {
      return PayStatus.REFUNDED;
    }
    // A payment returned whole was one too many; one returned in part was too much.
    return all.stream().anyMatch(this::isPart) ? PayStatus.PART_REFUNDED : PayStatus.PAID;
  }

  private boolean isPart(Refund refund) {
    return refund.state() == RefundState.REFUNDED
        && payments
            .find(refund.paymentNo())
            .filter(payment -> refund.amountFen() < payment.amountFen())
            .isPresent();
  }
}
