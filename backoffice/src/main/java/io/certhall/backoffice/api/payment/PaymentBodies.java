package io.certhall.backoffice.api.payment;

import io.certhall.processes.order.Orders;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.TransferVouchers;
import io.certhall.processes.security.Actor;
import org.springframework.stereotype.Component;

/** Payments with what belongs to their method. */
@Component
class PaymentBodies {

  private final Orders orders;
  private final TransferVouchers vouchers;

  PaymentBodies(Orders orders, TransferVouchers vouchers) {
    this.orders = orders;
    this.vouchers = vouchers;
  }

  PaymentBody of(Actor actor, Payment payment) {
    if (payment.method() != PaymentMethod.TRANSFER) {
      return PaymentBody.of(payment, null, null);
    }
    return PaymentBody.of(
        payment,
        vouchers.account(orders.visible(actor, payment.orderNo())).orElse(null),
        vouchers.of(actor, payment.paymentNo()));
  }
}
