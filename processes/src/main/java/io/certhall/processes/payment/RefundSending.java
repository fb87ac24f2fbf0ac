package io.certhall.processes.payment;

import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends promised refunds to the providers and asks after those under way, each under its one number
 * until the provider says how it ended: however often it is sent, the money moves once.
 */
@Service
public class RefundSending {

  private static final Logger log = LoggerFactory.getLogger(RefundSending.class);

  /** Providers want a minute between two requests about one payment. */
  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final int DOUBLINGS = 8;

  private final Orders orders;
  private final JooqPaymentRepository payments;
  private final JooqRefundRepository refunds;
  private final RefundCompletion completion;
  private final ObjectProvider<PaymentGateways> gateways;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RefundSending(
      Orders orders,
      JooqPaymentRepository payments,
      JooqRefundRepository refunds,
      RefundCompletion completion,
      ObjectProvider<PaymentGateways> gateways,
      TransactionTemplate transaction,
      Clock clock) {
    this.orders = orders;
    this.payments = payments;
    this.refunds = refunds;
    this.completion = completion;
    this.gateways = gateways;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** One round over what is due; called by the schedule. */
  public void advance(int limit) {
    Instant now = clock.instant();
    List<Refund> due = transaction.execute(status -> refunds.take(now, now.plus(ASK_AGAIN), limit));
    for (Refund refund : due == null ? List.<Refund>of() : due) {
      try {
        Payment payment = payments.find(refund.paymentNo()).orElseThrow();
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
      } catch (PaymentFault | Refusal fault) {
        log.warn("refund {} failed, will try again: {}", refund.refundNo(), fault.getMessage());
        transaction.executeWithoutResult(
            status ->
                refunds.faulty(
                    refund.refundNo(), String.valueOf(fault.getMessage()), next(refund)));
      }
    }
  }

  /** Longer and longer waits, so that a provider that is away for a day is not stormed. */
  private Instant next(Refund refund) {
    Duration wait = ASK_AGAIN.multipliedBy(1L << Math.min(refund.attempts(), DOUBLINGS));
    return clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
  }

  private void answered(Refund refund, ProviderRefund answer) {
    switch (answer.state()) {
      case SUCCESS -> {
        orders.locked(refund.orderNo());
        if (refunds.refunded(refund.refundNo(), answer.providerRefundId(), clock.instant())) {
          completion.completed(Actor.SYSTEM, refund);
        }
      }
      case CLOSED ->
          refunds.underWay(
              refund.refundNo(), RefundState.FAILED, answer.providerRefundId(), "CLOSED");
      case ABNORMAL ->
          refunds.underWay(
              refund.refundNo(), RefundState.PROCESSING, answer.providerRefundId(), "ABNORMAL");
      case PROCESSING, NOT_FOUND ->
          refunds.underWay(
              refund.refundNo(), RefundState.PROCESSING, answer.providerRefundId(), null);
    }
  }
}
