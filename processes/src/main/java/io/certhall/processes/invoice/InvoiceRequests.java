package io.certhall.processes.invoice;

import static io.certhall.db.generated.Tables.INVOICE_REQUEST;

import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invoices asked for on demand: once the order is approved and paid (GX-72, GX-73). */
@Service
public class InvoiceRequests {

  private final InvoiceRequestRepository repository;
  private final InvoiceRepository invoices;
  private final InvoiceTrack track;
  private final Orders orders;

  InvoiceRequests(
      InvoiceRequestRepository repository,
      InvoiceRepository invoices,
      InvoiceTrack track,
      Orders orders) {
    this.repository = repository;
    this.invoices = invoices;
    this.track = track;
    this.orders = orders;
  }

  /**
   * @throws Refusal NOT_FOUND for someone else's order, RULE INVOICE_BEFORE_APPROVAL,
   *     ORDER_NOT_PAID, INVOICE_NOTHING_PAID or what the form lacks, CONFLICT INVOICE_ALREADY
   */
  @Transactional
  public void request(
      Actor actor, String orderNo, OrderForm.InvoiceForm form, InvoiceRequest.Sending sending) {
    Order order = orders.lockedOwn(actor, orderNo);
    if (order.reviewStatus() != ReviewStatus.APPROVED
        || order.state() == OrderState.CANCELLED
        || order.state() == OrderState.CLOSED) {
      throw Refusal.rule("", "INVOICE_BEFORE_APPROVAL");
    }
    if (order.totalFen() <= 0) {
      throw Refusal.rule("", "INVOICE_NOTHING_PAID");
    }
    if (order.dueFen() > 0) {
      throw Refusal.rule("", "ORDER_NOT_PAID");
    }
    InvoiceFormCheck.check(form, sending == InvoiceRequest.Sending.EMAIL);
    Optional<InvoiceRequest> former = repository.find(orderNo);
    boolean again =
        former
            .map(InvoiceRequest::state)
            .filter(
                state ->
                    state == InvoiceRequest.State.REJECTED
                        || state == InvoiceRequest.State.REVERSED)
            .isPresent();
    if ((former.isPresent() && !again) || invoices.ofOrder(orderNo).isPresent()) {
      throw Refusal.conflict("INVOICE_ALREADY");
    }
    track.move(
        actor,
        order,
        track.begin(order, form, sending, former.map(InvoiceRequest::version).orElse(0)),
        InvoiceTrack.Step.to(InvoiceRequest.State.PENDING));
  }

  /** The invoice track of an order the actor may see. */
  @Transactional(readOnly = true)
  public Optional<InvoiceRequest> of(Actor actor, String orderNo) {
    return repository.find(orders.visible(actor, orderNo).orderNo());
  }

  /** Everything that happened to it, oldest first. */
  @Transactional(readOnly = true)
  public List<InvoiceRequest.Event> events(Actor actor, String orderNo) {
    return repository.events(orders.visible(actor, orderNo).orderNo());
  }

  /** The actor's own, newest first (GX-71). */
  @Transactional(readOnly = true)
  public List<InvoiceRequest> own(Actor actor) {
    return repository.list(INVOICE_REQUEST.ACCOUNT_ID.eq(actor.accountId()), false, 200);
  }
}
