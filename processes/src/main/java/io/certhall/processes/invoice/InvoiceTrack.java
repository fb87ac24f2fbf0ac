package io.certhall.processes.invoice;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.calendar.HallPromises;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the invoice track of an order: its row, its history, the order's mark, the audit row. */
@Component
class InvoiceTrack {

  private final InvoiceRequestRepository repository;
  private final Orders orders;
  private final PublishedPolicies policies;
  private final HallPromises promises;
  private final AuditLog audit;
  private final Clock clock;

  InvoiceTrack(
      InvoiceRequestRepository repository,
      Orders orders,
      PublishedPolicies policies,
      HallPromises promises,
      AuditLog audit,
      Clock clock) {
    this.repository = repository;
    this.orders = orders;
    this.policies = policies;
    this.promises = promises;
    this.audit = audit;
    this.clock = clock;
  }

  /** A wish as it begins, with the promise counted from now. */
  InvoiceRequest begin(
      Order order, OrderForm.InvoiceForm form, InvoiceRequest.Sending sending, int version) {
    Instant now = clock.instant();
    return new InvoiceRequest(
        order.orderNo(),
        order.accountId(),
        order.hall(),
        Objects.requireNonNullElse(form.kind(), InvoiceKind.NORMAL),
        String.valueOf(form.title()).strip(),
        InvoiceDetails.text(form.taxNo()),
        InvoiceDetails.of(form),
        sending,
        InvoiceRequest.State.PENDING,
        order.totalFen(),
        now,
        promises.invoice(policies.under(order.hall(), order.policyVersionId()).settings(), now),
        null,
        null,
        null,
        null,
        version);
  }

  /** How a row changes from one state to the next. */
  record Step(
      InvoiceRequest.State state,
      @Nullable String reason,
      @Nullable String invoiceNo,
      @Nullable String carrier,
      @Nullable String trackingNo) {

    static Step to(InvoiceRequest.State state) {
      return new Step(state, null, null, null, null);
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void move(Actor actor, Order order, InvoiceRequest request, Step step) {
    repository.save(
        new InvoiceRequest(
            request.orderNo(),
            request.accountId(),
            request.hall(),
            request.kind(),
            request.title(),
            request.taxNo(),
            request.details(),
            request.sending(),
            step.state(),
            request.amountFen(),
            request.requestedAt(),
            request.dueAt(),
            step.reason(),
            step.invoiceNo() == null ? request.invoiceNo() : step.invoiceNo(),
            step.carrier() == null ? request.carrier() : step.carrier(),
            step.trackingNo() == null ? request.trackingNo() : step.trackingNo(),
            request.version()));
    repository.event(
        order.orderNo(),
        clock.instant(),
        step.state(),
        actor,
        step.reason() != null
            ? step.reason()
            : step.trackingNo() != null ? step.carrier() + " " + step.trackingNo() : null);
    orders.change(order, OrderChange.of().invoiceStatus(status(step.state())));
    audit.record(
        actor,
        "invoice." + step.state().name().toLowerCase(java.util.Locale.ROOT),
        "order",
        order.orderNo(),
        order.hall(),
        step.reason());
  }

  private static InvoiceStatus status(InvoiceRequest.State state) {
    return switch (state) {
      case PENDING -> InvoiceStatus.REQUESTED;
      case ISSUED -> InvoiceStatus.ISSUED;
      case SENT -> InvoiceStatus.SENT;
      case REJECTED -> InvoiceStatus.REJECTED;
      case REVERSED -> InvoiceStatus.REVERSED;
    };
  }
}
