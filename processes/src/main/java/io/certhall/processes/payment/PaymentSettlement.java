package io.certhall.processes.payment;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money has arrived. Counted once, whoever reports it and how often: the notice's id, the payment's
 * state and the provider's transaction number each stop a second count. Money for an order that is
 * over, or already paid, goes back by itself.
 */
@Service
public class PaymentSettlement {

  private static final Logger log = LoggerFactory.getLogger(PaymentSettlement.class);

  private final Orders orders;
  private final JooqPaymentRepository payments;
  private final Refunds refunds;
  private final HumanTasks tasks;
  private final OrderHistory history;
  private final Notifications notifications;
  private final AuditLog audit;
  private final Clock clock;

  PaymentSettlement(
      Orders orders,
      JooqPaymentRepository payments,
      Refunds refunds,
      HumanTasks tasks,
      OrderHistory history,
      Notifications notifications,
      AuditLog audit,
      Clock clock) {
    this.orders = orders;
    this.payments = payments;
    this.refunds = refunds;
    this.tasks = tasks;
    this.history = history;
    this.notifications = notifications;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of a report. */
  public enum Outcome {
    SETTLED,
    /** Counted before; nothing changed. */
    REPEATED,
    /** The money is on its way back: order over or paid already. */
    RETURNED,
    /** Not a success report: nothing to count. */
    NOT_PAID,
    UNKNOWN_PAYMENT,
    AMOUNT_MISMATCH
  }

  /** A provider's notification whose origin has been proven. */
  @Transactional
  public Outcome settle(PaymentMethod method, String hall, PaymentNotification notification) {
    Optional<Payment> found =
        payments
            .find(notification.paymentNo())
            .filter(payment -> payment.method() == method && payment.hall().equals(hall));
    if (found.isEmpty()) {
      log.warn("notification {} for unknown payment", notification.notifyId());
      return Outcome.UNKNOWN_PAYMENT;
    }
    if (!notification.success()) {
      return Outcome.NOT_PAID;
    }
    Payment payment = found.get();
    boolean matches = notification.amountFen() == payment.amountFen();
    boolean first =
        payments.notice(
            method,
            notification.notifyId(),
            payment.paymentNo(),
            clock.instant(),
            matches ? "ACCEPTED" : Outcome.AMOUNT_MISMATCH.name());
    if (!matches) {
      if (first) {
        audit.record(
            Actor.SYSTEM,
            "payment.amount-mismatch",
            "payment",
            payment.paymentNo(),
            hall,
            "expected " + payment.amountFen() + " fen, reported " + notification.amountFen());
      }
      return Outcome.AMOUNT_MISMATCH;
    }
    return first
        ? count(payment, notification.transactionId(), notification.successTime())
        : Outcome.REPEATED;
  }

  /** What the provider answered when we asked it. */
  @Transactional
  public Outcome settle(Payment payment, ProviderPayment seen) {
    if (seen.state() != ProviderPaymentState.PAID || seen.transactionId() == null) {
      return Outcome.NOT_PAID;
    }
    if (seen.amountFen() != payment.amountFen()) {
      return Outcome.AMOUNT_MISMATCH;
    }
    return count(payment, seen.transactionId(), seen.paidAt());
  }

  private Outcome count(Payment reported, String transactionId, @Nullable Instant paidAt) {
    String paymentNo = reported.paymentNo();
    Order order = orders.locked(reported.orderNo());
    // Read again under the order's lock: a parallel report may have been first.
    List<Payment> all = payments.of(order.orderNo());
    Payment payment =
        all.stream().filter(one -> one.paymentNo().equals(paymentNo)).findFirst().orElseThrow();
    if (payment.state() == PaymentState.PAID) {
      return Outcome.REPEATED;
    }
    Instant now = clock.instant();
    payments.paid(payment, transactionId, Objects.requireNonNullElse(paidAt, now));
    long paid = order.paidFen() + payment.amountFen();
    audit.record(
        Actor.SYSTEM,
        "payment.received",
        "payment",
        paymentNo,
        order.hall(),
        order.orderNo() + ", " + payment.amountFen() + " fen, " + transactionId);
    Optional<HumanTask> waiting = tasks.waiting(order.orderNo(), TaskQueue.PAYMENT);
    boolean wanted =
        order.state() == OrderState.PAYMENT_PENDING
            && order.dueFen() == payment.amountFen()
            && waiting.isPresent();
    if (!wanted) {
      orders.change(order, OrderChange.of().paid(paid));
      event(order, now, OrderEventKind.LATE_PAYMENT, null, transactionId);
      refunds.request(Actor.SYSTEM, payment, payment.amountFen(), "订单已关闭或已付清");
      return Outcome.RETURNED;
    }
    orders.change(order, OrderChange.of().paid(paid).payStatus(PayStatus.PAID));
    event(order, now, OrderEventKind.PAID, waiting.get().elementId(), transactionId);
    notifications.aboutOrder(
        order,
        "MSG-03",
        "MSG-03:" + paymentNo,
        Map.of(
            "amountFen",
            Long.toString(payment.amountFen()),
            "paidStep",
            Objects.requireNonNullElse(waiting.get().elementId(), "")));
    if (all.stream().anyMatch(Payment::isAwaitedTransfer)) {
      payments.closeAwaitedTransfers(order.orderNo());
    }
    tasks.complete(
        Actor.SYSTEM, waiting.get(), order, "PAID", Map.of("dueFen", 0, "voucher", false));
    return Outcome.SETTLED;
  }

  private void event(
      Order order,
      Instant at,
      OrderEventKind kind,
      @Nullable String elementId,
      String transactionId) {
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            at,
            kind,
            order.state(),
            order.round(),
            elementId,
            Actor.SYSTEM,
            transactionId));
  }
}
