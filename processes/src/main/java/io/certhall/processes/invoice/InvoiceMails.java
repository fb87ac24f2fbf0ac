package io.certhall.processes.invoice;

import io.certhall.processes.notification.MailQueue;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.security.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends an issued invoice to the buyer's address, and notes when it has left. */
@Service
public class InvoiceMails {

  private final MailQueue mails;
  private final InvoiceRepository invoices;
  private final InvoiceRequestRepository requests;
  private final InvoiceTrack track;
  private final Orders orders;

  InvoiceMails(
      MailQueue mails,
      InvoiceRepository invoices,
      InvoiceRequestRepository requests,
      InvoiceTrack track,
      Orders orders) {
    this.mails = mails;
    this.invoices = invoices;
    this.requests = requests;
    this.track = track;
    this.orders = orders;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void queue(Order order, Invoice invoice, OrderForm.InvoiceForm form) {
    String address = address(form, orders.contact(order.orderNo()));
    if (address != null) {
      mails.aboutOrder(
          order,
          "MSG-10",
          "MSG-10:" + invoice.invoiceNo(),
          address,
          java.util.Map.of("invoiceNo", invoice.invoiceNo()),
          invoice.invoiceNo());
    }
  }

  /** The file that goes along. */
  public Optional<InvoiceFile> file(String invoiceNo) {
    return invoices
        .find(invoiceNo)
        .map(invoice -> new InvoiceFile("发票-" + invoiceNo + ".pdf", invoices.document(invoiceNo)));
  }

  /** The mail has left. */
  @Transactional
  public void sent(String invoiceNo) {
    Optional<Invoice> invoice = invoices.find(invoiceNo);
    if (invoice.isEmpty()) {
      return;
    }
    Order order = orders.locked(invoice.get().orderNo());
    requests
        .find(order.orderNo())
        .filter(request -> request.state() == InvoiceRequest.State.ISSUED)
        .filter(request -> request.sending() == InvoiceRequest.Sending.EMAIL)
        .ifPresent(
            request ->
                track.move(
                    Actor.SYSTEM, order, request, InvoiceTrack.Step.to(InvoiceRequest.State.SENT)));
  }

  private static @Nullable String address(OrderForm.InvoiceForm form, OrderForm.Contact contact) {
    String own = InvoiceDetails.text(form.email());
    if (own != null) {
      return own;
    }
    OrderForm.AgentForm agent = contact.agent();
    OrderForm.PersonForm person = contact.person();
    String agents = agent == null ? null : InvoiceDetails.text(agent.email());
    return agents != null ? agents : person == null ? null : InvoiceDetails.text(person.email());
  }
}
