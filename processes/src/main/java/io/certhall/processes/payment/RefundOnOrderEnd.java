package io.certhall.processes.payment;

import io.certhall.processes.application.OrderEndListener;
import io.certhall.processes.order.Order;
import io.certhall.processes.security.Actor;
import org.springframework.stereotype.Component;

/** An order that ends before issuing gives its money back and waits for none. */
@Component
class RefundOnOrderEnd implements OrderEndListener {

  private final Refunds refunds;
  private final JooqPaymentRepository payments;

  RefundOnOrderEnd(Refunds refunds, JooqPaymentRepository payments) {
    this.refunds = refunds;
    this.payments = payments;
  }

  @Override
  public void orderEnded(Actor actor, Order order) {
    payments.closeAwaitedTransfers(order.orderNo());
    if (order.paidFen() > order.refundedFen()) {
      refunds.requestAll(actor, order.orderNo(), "订单已撤销或关闭");
    }
  }
}
