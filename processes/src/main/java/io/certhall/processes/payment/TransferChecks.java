package io.certhall.processes.payment;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.document.Yuan;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.payment.TransferDecision.Verdict;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finance looks for a transfer on the bank statement. Confirmed, the order is paid; refused, the
 * applicant pays anew. Nobody confirms his own order's money.
 */
@Service
public class TransferChecks {

  private static final int LONGEST_REASON = 200;
  private static final String MORE_THAN_DUE = "多付款项退回";
  private static final String ORDER_OVER = "订单已关闭，转账退回";

  private final HumanTasks tasks;
  private final Orders orders;
  private final JooqPaymentRepository payments;
  private final Refunds refunds;
  private final OrderHistory history;
  private final Notifications notifications;
  private final AuditLog audit;
  private final Clock clock;

  TransferChecks(
      HumanTasks tasks,
      Orders orders,
      JooqPaymentRepository payments,
      Refunds refunds,
      OrderHistory history,
      Notifications notifications,
      AuditLog audit,
      Clock clock) {
    this.tasks = tasks;
    this.orders = orders;
    this.payments = payments;
    this.refunds = refunds;
    this.history = history;
    this.notifications = notifications;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The transfer a task of the finance queue is about.
   *
   * @throws Refusal FORBIDDEN, NOT_FOUND, CONFLICT as {@link HumanTasks#workable}
   */
  public Payment checked(Actor actor, long taskId) {
    HumanTask task = tasks.workable(actor, taskId);
    return waiting(orderNo(task));
  }

  /** Transfers still to be looked for though their orders are over, oldest first. */
  @Transactional(readOnly = true)
  public List<Payment> late(Actor actor) {
    actor.require(Role.FINANCE);
    return payments.checkingOfEndedOrders();
  }

  /**
   * @throws Refusal FORBIDDEN for one's own order or without the role; CONFLICT when the task is
   *     done or a colleague's; RULE when the amount is missing or too low, or a refusal has no
   *     reason
   */
  @Transactional
  public void decide(Actor actor, long taskId, TransferDecision decision) {
    HumanTask task = tasks.mine(actor, taskId);
    Order order = orders.locked(orderNo(task));
    refuseOwn(actor, order);
    Payment payment = waiting(order.orderNo());
    if (decision.decision() == Verdict.CONFIRM) {
      confirm(actor, order, payment, amount(decision, order.dueFen()), task);
    } else {
      refuse(actor, order, payment, reason(decision), task);
    }
  }

  /**
   * The same for a transfer whose order ended while it was being looked for: money that has come
   * goes back.
   *
   * @throws Refusal CONFLICT when the order is not over or the transfer was decided about
   */
  @Transactional
  public void decideLate(Actor actor, String paymentNo, TransferDecision decision) {
    actor.require(Role.FINANCE);
    Payment payment =
        payments.find(paymentNo).orElseThrow(() -> Refusal.notFound("PAYMENT_UNKNOWN", paymentNo));
    Order order = orders.locked(payment.orderNo());
    refuseOwn(actor, order);
    Payment now = payments.find(paymentNo).orElseThrow();
    if (!order.state().isEnded() || now.state() != PaymentState.CHECKING) {
      throw Refusal.conflict("TASK_DONE");
    }
    Instant at = clock.instant();
    if (decision.decision() == Verdict.REFUSE) {
      payments.refused(now, reason(decision), actor.accountId(), at);
      audit(actor, "payment.transfer-refused", order, now, reason(decision));
      return;
    }
    long amountFen = amount(decision, 1);
    payments.confirmed(now, amountFen, actor.accountId(), at);
    orders.change(order, OrderChange.of().paid(order.paidFen() + amountFen));
    event(order, at, OrderEventKind.LATE_PAYMENT, null, actor, paymentNo);
    audit(actor, "payment.transfer-confirmed", order, now, amountFen + " fen, order over");
    refunds.request(actor, payments.find(paymentNo).orElseThrow(), amountFen, ORDER_OVER);
  }

  private void confirm(Actor actor, Order order, Payment payment, long amountFen, HumanTask task) {
    Instant now = clock.instant();
    long due = order.dueFen();
    payments.confirmed(payment, amountFen, actor.accountId(), now);
    payments.closeAwaitedTransfers(order.orderNo());
    orders.change(
        order, OrderChange.of().paid(order.paidFen() + amountFen).payStatus(PayStatus.PAID));
    event(order, now, OrderEventKind.PAID, task.elementId(), actor, payment.paymentNo());
    audit(actor, "payment.transfer-confirmed", order, payment, amountFen + " fen");
    notifications.aboutOrder(
        order,
        "MSG-03",
        "MSG-03:" + payment.paymentNo(),
        Map.of("amountFen", Long.toString(amountFen)));
    if (amountFen > due) {
      refunds.request(
          actor, payments.find(payment.paymentNo()).orElseThrow(), amountFen - due, MORE_THAN_DUE);
    }
    tasks.complete(
        actor, task, order, Verdict.CONFIRM.name(), Map.of("approved", true, "dueFen", 0));
  }

  private void refuse(Actor actor, Order order, Payment payment, String reason, HumanTask task) {
    Instant now = clock.instant();
    payments.refused(payment, reason, actor.accountId(), now);
    orders.change(order, OrderChange.of().payStatus(PayStatus.UNPAID));
    event(order, now, OrderEventKind.VOUCHER_REFUSED, task.elementId(), actor, reason);
    audit(actor, "payment.transfer-refused", order, payment, reason);
    notifications.aboutOrder(
        order, "MSG-87", "MSG-87:" + payment.paymentNo(), Map.of("reason", reason));
    tasks.complete(actor, task, order, Verdict.REFUSE.name(), Map.of("approved", false));
  }

  private Payment waiting(String orderNo) {
    return payments.of(orderNo).stream()
        .filter(payment -> payment.method() == PaymentMethod.TRANSFER)
        .filter(payment -> payment.state() == PaymentState.CHECKING)
        .findFirst()
        .orElseThrow(() -> Refusal.conflict("VOUCHER_NOT_AWAITED"));
  }

  private static String orderNo(HumanTask task) {
    @Nullable String orderNo = task.orderNo();
    if (task.queue() != TaskQueue.FINANCE || orderNo == null) {
      throw Refusal.rule("", "TASK_OF_OTHER_QUEUE");
    }
    return orderNo;
  }

  private static void refuseOwn(Actor actor, Order order) {
    if (order.isOwnedBy(actor.accountId())) {
      throw Refusal.forbidden("OWN_ORDER");
    }
  }

  private static long amount(TransferDecision decision, long leastFen) {
    Long amountFen = decision.amountFen();
    if (amountFen == null) {
      throw Refusal.malformed("amountFen", "FIELD_REQUIRED");
    }
    if (amountFen < leastFen) {
      throw Refusal.rule("amountFen", "TRANSFER_TOO_LOW", Yuan.of(leastFen));
    }
    return amountFen;
  }

  private static String reason(TransferDecision decision) {
    String reason = decision.reason();
    if (reason == null || reason.isBlank()) {
      throw Refusal.rule("reason", "REASON_REQUIRED");
    }
    if (reason.length() > LONGEST_REASON) {
      throw Refusal.rule("reason", "TEXT_TOO_LONG", LONGEST_REASON);
    }
    return reason.strip();
  }

  private void event(
      Order order,
      Instant at,
      OrderEventKind kind,
      @Nullable String elementId,
      Actor actor,
      String note) {
    history.append(
        new OrderHistory.Event(
            order.orderNo(), at, kind, order.state(), order.round(), elementId, actor, note));
  }

  private void audit(Actor actor, String action, Order order, Payment payment, String detail) {
    audit.record(
        actor,
        action,
        "payment",
        payment.paymentNo(),
        order.hall(),
        order.orderNo() + ", " + detail);
  }
}
