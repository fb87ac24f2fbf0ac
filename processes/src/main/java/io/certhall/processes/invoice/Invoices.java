package io.certhall.processes.invoice;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.util.Map;
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
    OrderForm.InvoiceForm form = wanted(order);
    HallSettings hall = policies.under(order.hall(), order.policyVersionId()).settings();
    Invoice invoice = fill(order, form, hall);
    byte[] document = page.pdf(invoice, hall, form);
    return java.util.Objects.requireNonNull(
        transaction.execute(status -> store(invoice, document, elementId)));
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
        java.util.Objects.requireNonNull(form.kind()),
        java.util.Objects.requireNonNull(form.title()),
        form.taxNo(),
        order.totalFen(),
        Tax.within(order.totalFen(), hall.invoice().taxPercent()),
        InvoiceState.ISSUED,
        clock.instant());
  }

  private Invoice store(Invoice invoice, byte[] document, @Nullable String elementId) {
    Order order = orders.locked(invoice.orderNo());
    Optional<Invoice> meanwhile = repository.ofOrder(invoice.orderNo());
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    repository.insert(invoice, document);
    orders.change(order, OrderChange.of().invoiceStatus(InvoiceStatus.ISSUED));
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            invoice.issuedAt(),
            OrderEventKind.INVOICED,
            order.state(),
            order.round(),
            elementId,
            Actor.SYSTEM,
            invoice.invoiceNo()));
    audit.record(
        Actor.SYSTEM,
        "invoice.issued",
        "invoice",
        invoice.invoiceNo(),
        order.hall(),
        order.orderNo() + ", " + invoice.amountFen() + " fen, tax " + invoice.taxFen());
    notifications.aboutOrder(
        order, "MSG-10", "MSG-10:" + order.orderNo(), Map.of("invoiceNo", invoice.invoiceNo()));
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
}
