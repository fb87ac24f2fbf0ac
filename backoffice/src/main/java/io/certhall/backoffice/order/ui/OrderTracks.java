package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.delivery.ShipmentQuery;
import io.certhall.processes.invoice.Invoice;
import io.certhall.processes.invoice.InvoiceFile;
import io.certhall.processes.invoice.Invoices;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.payment.PaymentState;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The side of an order's page: payment, review, parcel, invoice, timeline. */
@org.springframework.stereotype.Component
class OrderTracks {

  private final TimelineQuery timeline;
  private final ShipmentQuery shipments;
  private final Invoices invoices;
  private final Payments payments;

  OrderTracks(
      TimelineQuery timeline, ShipmentQuery shipments, Invoices invoices, Payments payments) {
    this.payments = payments;
    this.timeline = timeline;
    this.shipments = shipments;
    this.invoices = invoices;
  }

  List<Component> of(Actor actor, Order order, List<Order.Item> items, HallSettings hall) {
    List<TimelineQuery.Entry> happened = timeline.of(order.orderNo());
    long done = items.stream().filter(item -> item.status() == ItemStatus.DONE).count();
    FactList tracks =
        new FactList()
            .fact(Texts.of("order.manufacturer"), hall.ca().organisation())
            .fact(Texts.of("order.track.review"), Texts.of(order.reviewStatus()))
            .fact(Texts.of("order.opinion"), opinion(happened))
            .fact(Texts.of("order.track.pay"), Texts.of(order.payStatus()))
            .fact(Texts.of("order.payMethod"), method(actor, order))
            .fact(Texts.of("order.track.delivery"), Texts.of(order.deliveryStatus()))
            .fact(Texts.of("order.track.invoice"), invoice(actor, order))
            .fact(
                Texts.of("order.track.items"),
                Texts.of("order.track.itemsDone", done, items.size()));
    shipments
        .of(order.orderNo())
        .ifPresent(
            parcel ->
                tracks
                    .fact(Texts.of("order.carrier"), parcel.carrier())
                    .fact(Texts.of("order.trackingNo"), parcel.trackingNo())
                    .fact(Texts.of("order.shippedAt"), Times.minute(parcel.shippedAt())));
    return List.of(
        new Card(Texts.of("order.tracks"), tracks),
        new Card(Texts.of("order.timeline"), new Timeline(happened)));
  }

  /** What the last reviewer wrote. */
  private static @Nullable String opinion(List<TimelineQuery.Entry> happened) {
    return happened.stream()
        .filter(
            entry ->
                entry.kind() == OrderEventKind.APPROVED || entry.kind() == OrderEventKind.REJECTED)
        .reduce((earlier, later) -> later)
        .map(TimelineQuery.Entry::note)
        .orElse(null);
  }

  private @Nullable String method(Actor actor, Order order) {
    return payments.of(actor, order.orderNo()).stream()
        .filter(payment -> payment.state() == PaymentState.PAID)
        .reduce((earlier, later) -> later)
        .map(payment -> Texts.of(payment.method()))
        .orElse(null);
  }

  private Component invoice(Actor actor, Order order) {
    Span status = new Span(Texts.of(order.invoiceStatus()));
    return invoices
        .of(actor, order.orderNo())
        .<Component>map(
            (Invoice issued) ->
                new Div(
                    status,
                    new Span("　"),
                    Downloads.save(
                        Texts.of("order.invoiceDownload"),
                        () -> {
                          InvoiceFile file = invoices.pdf(actor, order.orderNo());
                          return new Downloads.File(
                              file.fileName(), "application/pdf", file.content());
                        })))
        .orElse(status);
  }
}
