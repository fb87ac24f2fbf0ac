package io.certhall.processes.invoice;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Invoices of orders: one each, over what was paid, issued when the policy says so. */
@Service
public class Invoices {

  private final InvoiceRepository repository;
  private final InvoiceNumbers numbers;
  private final InvoicePage page;
  private final InvoiceRequestRepository requests;
  private final InvoiceTrack track;
  private final InvoiceMails mails;
  private final Orders orders;
  private final PublishedPolicies policies;
  private final OrderHistory history;
  private final Notifications notifications;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Invoices(
      InvoiceRepository repository,
      InvoiceNumbers numbers,
      InvoicePage page,
      InvoiceRequestRepository requests,
      InvoiceTrack track,
      InvoiceMails mails,
      Orders orders,
      PublishedPolicies policies,
      OrderHistory history,
      Notifications notifications,
      AuditLog audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.repository = repository;
    this.numbers = numbers;
    this.page = page;
    this.requests = requests;
    this.track = track;
    this.mails = mails;
    this.orders = orders;
    this.policies = policies;
    this.history = history;
    this.notifications = notifications;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Issues the order's invoice; a second call finds the first one's. Not for use inside a
   * transaction: the page is drawn before the order is held.
   *
   * @param elementId step of the diagram that asks for it
   * @throws Refusal RULE when the order wants no invoice or is not paid
   */
  public Invoice issue(String orderNo, @Nullable String elementId) {
    Optional<Invoice> issued = repository.ofOrder(orderNo);
    if (issued.isPresent()) {
      return issued.get();
    }
    Order order =
        orders.find(orderNo).orElseThrow(() -> Refusal.notFound("ORDER_UNKNOWN", orderNo));
    return issue(Actor.SYSTEM, order, wanted(order), elementId);
  }

  /** Issues what was asked for on demand. Not for use inside a transaction. */
  Invoice issueRequested(Actor actor, String orderNo) {
    Order order =
        orders.find(orderNo).orElseThrow(() -> Refusal.notFound("ORDER_UNKNOWN", orderNo));
    if (order.totalFen() <= 0 || order.dueFen() > 0) {
      throw Refusal.rule("", "ORDER_NOT_PAID");
    }
    InvoiceRequest request =
        requests.find(orderNo).orElseThrow(() -> Refusal.notFound("INVOICE_UNKNOWN", orderNo));
    return issue(
        actor,
        order,
        request.details().form(request.kind(), request.title(), request.taxNo()),
        null);
  }

  private Invoice issue(
      Actor actor, Order order, OrderForm.InvoiceForm form, @Nullable String elementId) {
    HallSettings hall = policies.under(order.hall(), order.policyVersionId()).settings();
    Invoice invoice = fill(order, form, hall);
    byte[] document = page.pdf(invoice, hall, form);
    return Objects.requireNonNull(
        transaction.execute(status -> store(actor, invoice, document, form, elementId)));
  }

  /** Takes an invoice back. Not for use inside a transaction: the red letter is drawn first. */
  void reverse(Actor actor, InvoiceRequest request, Invoice live, String reason) {
    Order order = orders.find(live.orderNo()).orElseThrow();
    HallSettings hall = policies.under(order.hall(), order.policyVersionId()).settings();
    Invoice red =
        new Invoice(
            numbers.next(),
            live.orderNo(),
            live.hall(),
            live.kind(),
            live.title(),
            live.taxNo(),
            -live.amountFen(),
            -live.taxFen(),
            InvoiceState.RED,
            clock.instant());
    byte[] document =
        page.pdf(
            red, hall, request.details().form(request.kind(), request.title(), request.taxNo()));
    transaction.executeWithoutResult(
        status -> {
          Order held = orders.locked(live.orderNo());
          InvoiceRequest now = requests.find(live.orderNo()).orElseThrow();
          if (now.version() != request.version()) {
            throw Refusal.conflict("STALE_VERSION");
          }
          repository.reverse(live, red, document);
          track.move(
              actor,
              held,
              now,
              new InvoiceTrack.Step(
                  InvoiceRequest.State.REVERSED, reason, red.invoiceNo(), null, null));
        });
  }

  private OrderForm.InvoiceForm wanted(Order order) {
    OrderForm.InvoiceForm form = orders.contact(order.orderNo()).invoice();
    if (form == null
        || form.kind() == null
        || form.kind() == InvoiceKind.NONE
        || form.title() == null
        || form.title().isBlank()) {
      throw Refusal.rule("invoice", "INVOICE_NOT_REQUESTED");
    }
    if (order.totalFen() <= 0 || order.dueFen() > 0) {
      throw Refusal.rule("invoice", "ORDER_NOT_PAID");
    }
    return form;
  }

  private Invoice fill(Order order, OrderForm.InvoiceForm form, HallSettings hall) {
    return new Invoice(
        numbers.next(),
        order.orderNo(),
        order.hall(),
        Objects.requireNonNull(form.kind()),
        Objects.requireNonNull(form.title()),
        form.taxNo(),
        order.totalFen(),
        Tax.within(order.totalFen(), hall.invoice().taxPercent()),
        InvoiceState.ISSUED,
        clock.instant());
  }

  private Invoice store(
      Actor actor,
      Invoice invoice,
      byte[] document,
      OrderForm.InvoiceForm form,
      @Nullable String elementId) {
    Order order = orders.locked(invoice.orderNo());
    Optional<Invoice> meanwhile = repository.ofOrder(invoice.orderNo());
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    repository.insert(invoice, document);
    InvoiceRequest request =
        requests
            .find(order.orderNo())
            .orElseGet(() -> track.begin(order, form, InvoiceRequest.Sending.EMAIL, 0));
    track.move(
        actor,
        order,
        request,
        new InvoiceTrack.Step(InvoiceRequest.State.ISSUED, null, invoice.invoiceNo(), null, null));
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            invoice.issuedAt(),
            OrderEventKind.INVOICED,
            order.state(),
            order.round(),
            elementId,
            actor,
            invoice.invoiceNo()));
    audit.record(
        actor,
        "invoice.numbered",
        "invoice",
        invoice.invoiceNo(),
        order.hall(),
        order.orderNo() + ", " + invoice.amountFen() + " fen, tax " + invoice.taxFen());
    notifications.aboutOrder(
        order, "MSG-10", "MSG-10:" + invoice.invoiceNo(), Map.of("invoiceNo", invoice.invoiceNo()));
    if (request.sending() == InvoiceRequest.Sending.EMAIL) {
      mails.queue(order, invoice, form);
    }
    return invoice;
  }

  /**
   * The invoice of an order the actor may see, if it is issued.
   *
   * @throws Refusal NOT_FOUND for someone else's order
   */
  @Transactional(readOnly = true)
  public Optional<Invoice> of(Actor actor, String orderNo) {
    return repository.ofOrder(orders.visible(actor, orderNo).orderNo());
  }

  /**
   * @throws Refusal NOT_FOUND for someone else's order or one without an invoice
   */
  @Transactional(readOnly = true)
  public InvoiceFile pdf(Actor actor, String orderNo) {
    Invoice invoice =
        of(actor, orderNo).orElseThrow(() -> Refusal.notFound("INVOICE_UNKNOWN", orderNo));
    return new InvoiceFile(
        "发票-" + invoice.invoiceNo() + ".pdf", repository.document(invoice.invoiceNo()));
  }

  /** Any invoice of an order the actor may see, also one taken back. */
  @Transactional(readOnly = true)
  public InvoiceFile pdf(Actor actor, Invoice invoice) {
    orders.visible(actor, invoice.orderNo());
    return new InvoiceFile(
        "发票-" + invoice.invoiceNo() + ".pdf", repository.document(invoice.invoiceNo()));
  }
}
