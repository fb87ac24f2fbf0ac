package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.JsonLinesFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All payments, refunds and reports, each change in a journal before it counts. Callers hold the
 * book's lock over a check and the change that follows from it.
 */
final class PaymentBook implements AutoCloseable {

  /** What changed together. */
  record Change(
      @Nullable SimulatedPayment payment,
      @Nullable SimulatedRefund refund,
      @Nullable SimulatedNotification notification) {}

  private final JsonLinesFile<Change> journal;
  private final Map<String, SimulatedPayment> payments = new LinkedHashMap<>();
  private final Map<String, SimulatedRefund> refunds = new LinkedHashMap<>();
  private final Map<String, SimulatedNotification> notifications = new LinkedHashMap<>();

  PaymentBook(JsonLinesFile<Change> journal) {
    this.journal = journal;
    journal.read().forEach(this::apply);
  }

  synchronized void write(Change change) {
    journal.append(change);
    apply(change);
  }

  synchronized Optional<SimulatedPayment> payment(String outTradeNo) {
    return Optional.ofNullable(payments.get(outTradeNo));
  }

  /** Newest first. */
  synchronized List<SimulatedPayment> payments() {
    return payments.values().stream()
        .sorted(Comparator.comparing(SimulatedPayment::createdAt).reversed())
        .toList();
  }

  synchronized Optional<SimulatedRefund> refund(String outRefundNo) {
    return Optional.ofNullable(refunds.get(outRefundNo));
  }

  synchronized List<SimulatedRefund> refundsOf(String outTradeNo) {
    return refunds.values().stream().filter(r -> r.outTradeNo().equals(outTradeNo)).toList();
  }

  /** The report sent when the payment was made. */
  synchronized Optional<SimulatedNotification> trueNotificationOf(SimulatedPayment payment) {
    return notifications.values().stream()
        .filter(n -> n.outTradeNo().equals(payment.outTradeNo()))
        .filter(n -> n.amountFen() == payment.amountFen())
        .findFirst();
  }

  synchronized List<SimulatedNotification> undelivered() {
    return notifications.values().stream().filter(n -> !n.ended()).toList();
  }

  private void apply(Change change) {
    if (change.payment() != null) {
      payments.put(change.payment().outTradeNo(), change.payment());
    }
    if (change.refund() != null) {
      refunds.put(change.refund().outRefundNo(), change.refund());
    }
    if (change.notification() != null) {
      notifications.put(change.notification().id(), change.notification());
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
