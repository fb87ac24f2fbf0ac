package io.certhall.processes.payment;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opening payments. The row is stored before the provider is asked, so that no money can arrive for
 * a number we don't know; no transaction is open while the provider answers.
 */
@Service
public class Payments {

  static final Duration VALID_FOR = Duration.ofHours(2);

  private static final Duration TRANSFER_VALID_FOR = Duration.ofDays(15);
  private static final Logger log = LoggerFactory.getLogger(Payments.class);

  private final Orders orders;
  private final JooqPaymentRepository payments;
  private final PaymentSettlement settlement;
  private final ObjectProvider<PaymentGateways> gateways;
  private final PublishedPolicies policies;
  private final HumanTasks tasks;
  private final OrderHistory history;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final PaymentNumbers numbers;
  private final Clock clock;

  Payments(
      Orders orders,
      JooqPaymentRepository payments,
      PaymentSettlement settlement,
      ObjectProvider<PaymentGateways> gateways,
      PublishedPolicies policies,
      HumanTasks tasks,
      OrderHistory history,
      AuditLog audit,
      TransactionTemplate transaction,
      PaymentNumbers numbers,
      Clock clock) {
    this.orders = orders;
    this.payments = payments;
    this.settlement = settlement;
    this.gateways = gateways;
    this.policies = policies;
    this.tasks = tasks;
    this.history = history;
    this.audit = audit;
    this.transaction = transaction;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * Opens a payment over what is due, or returns the one already open: a double click pays once.
   *
   * @throws Refusal NOT_FOUND for a foreign order, CONFLICT when nothing is to be paid now, RULE
   *     when the hall does not offer the method or the provider is away
   */
  public Payment open(Actor actor, String orderNo, PaymentMethod method) {
    Payment payment =
        Objects.requireNonNull(transaction.execute(status -> create(actor, orderNo, method)));
    if (payment.state() == PaymentState.OPEN || method == PaymentMethod.TRANSFER) {
      return payment;
    }
    PrepayResult prepaid;
    try {
      prepaid =
          gateway(payment)
              .prepay(
                  new PrepayOrder(
                      payment.paymentNo(),
                      description(payment),
                      payment.amountFen(),
                      payment.expiresAt(),
                      gateways.getObject().notifyUrl(payment.hall(), method)));
    } catch (PaymentFault fault) {
      log.warn("prepay {} failed: {}", payment.paymentNo(), fault.getMessage());
      transaction.executeWithoutResult(
          status ->
              payments
                  .find(payment.paymentNo())
                  .ifPresent(
                      now -> {
                        if (now.state() == PaymentState.CREATED) {
                          payments.ended(now, PaymentState.FAILED);
                        }
                      }));
      throw Refusal.rule("method", "PROVIDER_AWAY");
    }
    return payments.opened(payment, prepaid.codeUrl());
  }

  /**
   * The actor's payment; asks the provider when it is still open, for who paid and sees nothing.
   */
  public Payment refresh(Actor actor, String paymentNo) {
    Payment payment = own(actor, paymentNo);
    if (payment.state() != PaymentState.OPEN || payment.method() == PaymentMethod.TRANSFER) {
      return payment;
    }
    try {
      settlement.settle(payment, gateway(payment).query(paymentNo));
    } catch (PaymentFault fault) {
      log.warn("query {} failed: {}", paymentNo, fault.getMessage());
    }
    return payments.find(paymentNo).orElseThrow();
  }

  public List<Payment> of(Actor actor, String orderNo) {
    orders.visible(actor, orderNo);
    return payments.of(orderNo);
  }

  /** Settles or closes payments whose time is over; called by the schedule. */
  public void closeExpired(int limit) {
    for (String paymentNo : payments.expired(clock.instant(), limit)) {
      Payment payment = payments.find(paymentNo).orElseThrow();
      try {
        ProviderPayment seen = gateway(payment).query(paymentNo);
        if (seen.state() == ProviderPaymentState.PAID) {
          settlement.settle(payment, seen);
          continue;
        }
        if (seen.state() == ProviderPaymentState.NOT_PAID) {
          gateway(payment).close(paymentNo);
        }
        transaction.executeWithoutResult(status -> payments.ended(payment, PaymentState.CLOSED));
      } catch (PaymentFault | Refusal fault) {
        log.warn("closing payment {} failed, will try again: {}", paymentNo, fault.getMessage());
      }
    }
  }

  private Payment create(Actor actor, String orderNo, PaymentMethod method) {
    Order order = orders.lockedOwn(actor, orderNo);
    if (order.state() != OrderState.PAYMENT_PENDING || order.dueFen() <= 0) {
      throw Refusal.conflict("NOTHING_TO_PAY");
    }
    if (!policies
        .version(Objects.requireNonNull(order.policyVersionId()))
        .settings()
        .paymentMethods()
        .contains(method.name())) {
      throw Refusal.rule("method", "METHOD_NOT_OFFERED");
    }
    Instant now = clock.instant();
    List<Payment> earlier = payments.of(orderNo);
    if (earlier.stream().anyMatch(payment -> payment.state() == PaymentState.CHECKING)) {
      throw Refusal.conflict("VOUCHER_IN_CHECK");
    }
    Optional<Payment> open =
        earlier.stream()
            .filter(payment -> payment.method() == method)
            .filter(payment -> payment.amountFen() == order.dueFen())
            .filter(payment -> payment.state() == PaymentState.OPEN)
            .filter(payment -> payment.expiresAt().isAfter(now.plusSeconds(60)))
            .findFirst();
    if (open.isPresent()) {
      return open.get();
    }
    Payment payment =
        new Payment(
            numbers.next(),
            orderNo,
            order.hall(),
            method,
            order.dueFen(),
            method == PaymentMethod.TRANSFER ? PaymentState.OPEN : PaymentState.CREATED,
            null,
            null,
            now,
            expiry(order, method, now),
            null,
            null,
            0);
    payments.insert(payment);
    orders.change(order, OrderChange.of().payStatus(PayStatus.PAYING));
    history.append(
        new OrderHistory.Event(
            orderNo,
            now,
            OrderEventKind.PAYMENT_OPENED,
            order.state(),
            order.round(),
            null,
            actor,
            method.name()));
    audit.record(
        actor,
        "payment.opened",
        "payment",
        payment.paymentNo(),
        order.hall(),
        orderNo + ", " + payment.amountFen() + " fen");
    return payment;
  }

  /** A code lives for hours; a transfer takes days and may come as long as the order waits. */
  private Instant expiry(Order order, PaymentMethod method, Instant now) {
    if (method != PaymentMethod.TRANSFER) {
      return now.plus(VALID_FOR);
    }
    return tasks
        .waiting(order.orderNo(), TaskQueue.PAYMENT)
        .map(HumanTask::dueAt)
        .orElseGet(() -> now.plus(TRANSFER_VALID_FOR));
  }

  private Payment own(Actor actor, String paymentNo) {
    Payment payment =
        payments.find(paymentNo).orElseThrow(() -> Refusal.notFound("PAYMENT_UNKNOWN", paymentNo));
    orders.visible(actor, payment.orderNo());
    return payment;
  }

  private PaymentGateway gateway(Payment payment) {
    return gateways.getObject().of(payment.hall(), payment.method());
  }

  private String description(Payment payment) {
    return policies.active(payment.hall()).settings().shortName().zh()
        + " 数字证书服务费 "
        + payment.orderNo();
  }
}
