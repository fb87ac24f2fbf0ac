package io.certhall.processes.payment;

import static io.certhall.db.generated.Tables.REFUND;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Money back, on the way it came. A refund is stored with the business change and sent by the
 * schedule under one number until the provider says how it ended.
 */
@Service
public class Refunds {

  private static final Logger log = LoggerFactory.getLogger(Refunds.class);
  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  /** Not yet settled with the provider. */
  private static final List<String> OPEN = List.of("REQUESTED", "PROCESSING");

  private final DSLContext dsl;
  private final Orders orders;
  private final JooqPaymentRepository payments;
  private final ObjectProvider<PaymentGateways> gateways;
  private final OrderHistory history;
  private final Notifications notifications;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final PaymentNumbers numbers;
  private final Clock clock;

  Refunds(
      DSLContext dsl,
      Orders orders,
      JooqPaymentRepository payments,
      ObjectProvider<PaymentGateways> gateways,
      OrderHistory history,
      Notifications notifications,
      AuditLog audit,
      TransactionTemplate transaction,
      PaymentNumbers numbers,
      Clock clock) {
    this.dsl = dsl;
    this.orders = orders;
    this.payments = payments;
    this.gateways = gateways;
    this.history = history;
    this.notifications = notifications;
    this.audit = audit;
    this.transaction = transaction;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Promises money back; the caller holds the order's row. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void request(Payment payment, long amountFen, String reason) {
    Instant now = clock.instant();
    String refundNo = "R" + numbers.next();
    dsl.insertInto(REFUND)
        .set(REFUND.REFUND_NO, refundNo)
        .set(REFUND.PAYMENT_NO, payment.paymentNo())
        .set(REFUND.ORDER_NO, payment.orderNo())
        .set(REFUND.AMOUNT_FEN, amountFen)
        .set(REFUND.REASON, reason)
        .set(REFUND.STATE, "REQUESTED")
        .set(REFUND.NEXT_ATTEMPT_AT, now)
        .set(REFUND.REQUESTED_AT, now)
        .execute();
    Order order = orders.locked(payment.orderNo());
    orders.change(order, OrderChange.of().payStatus(PayStatus.REFUNDING));
    event(order, now, OrderEventKind.REFUND_REQUESTED, refundNo);
    audit.record(
        Actor.SYSTEM,
        "refund.requested",
        "refund",
        refundNo,
        order.hall(),
        payment.paymentNo() + ", " + amountFen + " fen, " + reason);
  }

  /** Everything paid on an order and not yet given back. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void requestAll(String orderNo, String reason) {
    for (Payment payment : payments.of(orderNo)) {
      if (payment.state() != PaymentState.PAID) {
        continue;
      }
      long asked =
          dsl
              .select(REFUND.AMOUNT_FEN)
              .from(REFUND)
              .where(REFUND.PAYMENT_NO.eq(payment.paymentNo()))
              .fetch(REFUND.AMOUNT_FEN)
              .stream()
              .mapToLong(Long::longValue)
              .sum();
      if (asked < payment.amountFen()) {
        request(payment, payment.amountFen() - asked, reason);
      }
    }
  }

  private record Due(
      String refundNo, String paymentNo, String orderNo, long amountFen, String reason) {}

  /** Sends what is due and asks after what is under way; called by the schedule. */
  public void advance(int limit) {
    List<Due> due = transaction.execute(status -> take(limit));
    for (Due refund : due == null ? List.<Due>of() : due) {
      Payment payment = payments.find(refund.paymentNo()).orElseThrow();
      try {
        ProviderRefund answer =
            gateways
                .getObject()
                .of(payment.hall(), payment.method())
                .refund(
                    new RefundOrder(
                        refund.refundNo(),
                        refund.paymentNo(),
                        refund.amountFen(),
                        payment.amountFen(),
                        refund.reason()));
        transaction.executeWithoutResult(status -> answered(refund, answer));
      } catch (PaymentFault fault) {
        log.warn("refund {} failed, will try again: {}", refund.refundNo(), fault.getMessage());
        transaction.executeWithoutResult(
            status ->
                dsl.update(REFUND)
                    .set(REFUND.LAST_ERROR, fault.getMessage())
                    .where(REFUND.REFUND_NO.eq(refund.refundNo()))
                    .execute());
      }
    }
  }

  private List<Due> take(int limit) {
    Instant now = clock.instant();
    List<Due> due =
        dsl.select(
                REFUND.REFUND_NO,
                REFUND.PAYMENT_NO,
                REFUND.ORDER_NO,
                REFUND.AMOUNT_FEN,
                REFUND.REASON)
            .from(REFUND)
            .where(REFUND.STATE.in(OPEN), REFUND.NEXT_ATTEMPT_AT.le(now))
            .orderBy(REFUND.NEXT_ATTEMPT_AT)
            .limit(limit)
            .forUpdate()
            .skipLocked()
            .fetch(org.jooq.Records.mapping(Due::new));
    if (!due.isEmpty()) {
      dsl.update(REFUND)
          .set(REFUND.NEXT_ATTEMPT_AT, now.plus(ASK_AGAIN))
          .set(REFUND.ATTEMPTS, REFUND.ATTEMPTS.plus(1))
          .where(REFUND.REFUND_NO.in(due.stream().map(Due::refundNo).toList()))
          .execute();
    }
    return due;
  }

  private void answered(Due refund, ProviderRefund answer) {
    if (answer.state() != ProviderRefundState.SUCCESS) {
      dsl.update(REFUND)
          .set(REFUND.STATE, answer.state() == ProviderRefundState.CLOSED ? "FAILED" : "PROCESSING")
          .set(REFUND.PROVIDER_REFUND, answer.providerRefundId())
          .where(REFUND.REFUND_NO.eq(refund.refundNo()), REFUND.STATE.in(OPEN))
          .execute();
      return;
    }
    Order order = orders.locked(refund.orderNo());
    Instant now = clock.instant();
    int changed =
        dsl.update(REFUND)
            .set(REFUND.STATE, "REFUNDED")
            .set(REFUND.PROVIDER_REFUND, answer.providerRefundId())
            .set(REFUND.COMPLETED_AT, now)
            .where(REFUND.REFUND_NO.eq(refund.refundNo()), REFUND.STATE.in(OPEN))
            .execute();
    if (changed == 0) {
      return;
    }
    long refunded = order.refundedFen() + refund.amountFen();
    boolean all = refunded >= order.paidFen();
    orders.change(
        order,
        OrderChange.of()
            .refunded(refunded)
            .payStatus(all ? PayStatus.REFUNDED : PayStatus.PART_REFUNDED));
    event(order, now, OrderEventKind.REFUNDED, refund.refundNo());
    notifications.aboutOrder(
        order,
        "MSG-06",
        "MSG-06:" + refund.refundNo(),
        Map.of("amountFen", Long.toString(refund.amountFen())));
  }

  private void event(Order order, Instant at, OrderEventKind kind, String note) {
    history.append(
        new OrderHistory.Event(
            order.orderNo(), at, kind, order.state(), order.round(), null, Actor.SYSTEM, note));
  }
}
