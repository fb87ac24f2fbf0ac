package io.certhall.processes.payment;

import io.certhall.processes.application.OrderEndListener;
import io.certhall.processes.order.Order;
import io.certhall.processes.security.Actor;
import org.springframework.stereotype.Component;

/** An order that ends before issuing gives its money back. */
@Component
class RefundOnOrderEnd implements OrderEndListener {

  private final Refunds refunds;

  RefundOnOrderEnd(Refunds refunds) {
    this.refunds = refunds;
  }

  @Override
  public void orderEnded(Actor actor, Order order) {
    if (order.paidFen() > order.refundedFen()) {
      refunds.requestAll(order.orderNo(), "订单已撤销或关闭");
    }
  }
}
