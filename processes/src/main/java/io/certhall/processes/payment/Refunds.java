package io.certhall.processes.payment;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Promises of money back, on the way it came. The order counts money as given back once it is
 * promised, so that nothing is promised twice and what is still due is right at once. The schedule
 * sends refunds to the providers; transfers are given back by finance.
 */
@Service
public class Refunds {

  private final Orders orders;
  private final JooqPaymentRepository payments;
  private final JooqRefundRepository refunds;
  private final OrderHistory history;
  private final AuditLog audit;
  private final PaymentNumbers numbers;
  private final Clock clock;

  Refunds(
      Orders orders,
      JooqPaymentRepository payments,
      JooqRefundRepository refunds,
      OrderHistory history,
      AuditLog audit,
      PaymentNumbers numbers,
      Clock clock) {
    this.orders = orders;
    this.payments = payments;
    this.refunds = refunds;
    this.history = history;
    this.audit = audit;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Promises money back; the caller holds the order's row. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void request(Actor actor, Payment payment, long amountFen, String reason) {
    Instant now = clock.instant();
    String refundNo = number();
    refunds.insert(
        asked(
            refundNo,
            payment,
            amountFen,
            reason,
            payment.method() == PaymentMethod.TRANSFER ? RefundState.MANUAL : RefundState.REQUESTED,
            actor,
            now));
    Order order = orders.locked(payment.orderNo());
    long refunded = order.refundedFen() + amountFen;
    OrderChange change = OrderChange.of().refunded(refunded);
    orders.change(order, awaitsMoney(order) ? change : change.payStatus(PayStatus.REFUNDING));
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            now,
            OrderEventKind.REFUND_REQUESTED,
            order.state(),
            order.round(),
            null,
            actor,
            refundNo));
    audit.record(
        actor,
        "refund.requested",
        "refund",
        refundNo,
        order.hall(),
        payment.paymentNo() + ", " + amountFen + " fen, " + reason);
  }

  /** A returned payment does not change that the order waits for another. */
  static boolean awaitsMoney(Order order) {
    return order.state() == OrderState.PAYMENT_PENDING
        || order.state() == OrderState.PAYMENT_CHECKING;
  }

  /** Everything paid on an order and not yet promised back. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void requestAll(Actor actor, String orderNo, String reason) {
    requestUpTo(actor, orderNo, Long.MAX_VALUE, reason);
  }

  /** What was paid above the order's new total; the latest payments first. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void requestDifference(Actor actor, String orderNo, String reason) {
    requestUpTo(actor, orderNo, -orders.locked(orderNo).dueFen(), reason);
  }

  private void requestUpTo(Actor actor, String orderNo, long mostFen, String reason) {
    long left = mostFen;
    List<Refund> earlier = refunds.of(orderNo);
    for (Payment payment : payments.of(orderNo).reversed()) {
      if (payment.state() != PaymentState.PAID || left <= 0) {
        continue;
      }
      long here = Math.min(left, payment.amountFen() - promised(earlier, payment));
      if (here > 0) {
        request(actor, payment, here, reason);
        left -= here;
      }
    }
  }

  static long promised(List<Refund> refunds, Payment payment) {
    return refunds.stream()
        .filter(refund -> refund.paymentNo().equals(payment.paymentNo()))
        .filter(refund -> refund.state() != RefundState.REPLACED)
        .mapToLong(Refund::amountFen)
        .sum();
  }

  /**
   * The same promise under a new number.
   *
   * @param state REQUESTED to ask the provider, MANUAL to transfer it by hand
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String replace(Actor actor, Refund failed, RefundState state) {
    Payment payment = payments.find(failed.paymentNo()).orElseThrow();
    String refundNo = number();
    refunds.replaced(failed, refundNo);
    refunds.insert(
        asked(
            refundNo, payment, failed.amountFen(), failed.reason(), state, actor, clock.instant()));
    audit.record(
        actor,
        "refund.replaced",
        "refund",
        failed.refundNo(),
        failed.hall(),
        refundNo + ", " + state);
    return refundNo;
  }

  private String number() {
    return "R" + numbers.next();
  }

  private static Refund asked(
      String refundNo,
      Payment payment,
      long amountFen,
      String reason,
      RefundState state,
      Actor actor,
      Instant now) {
    @Nullable Long requestedBy = actor.isSystem() ? null : actor.accountId();
    return new Refund(
        refundNo,
        payment.paymentNo(),
        payment.orderNo(),
        payment.hall(),
        payment.method(),
        amountFen,
        reason,
        state,
        0,
        now,
        null,
        null,
        requestedBy,
        null,
        null,
        0);
  }
}
