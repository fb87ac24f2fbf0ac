package io.certhall.backoffice.api.invoice;

import io.certhall.processes.invoice.InvoiceRequest;
import io.certhall.processes.order.InvoiceKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invoice track of an order. */
record InvoiceTrackBody(
    String orderNo,
    String hall,
    InvoiceRequest.State state,
    InvoiceKind kind,
    String title,
    @Nullable String taxNo,
    InvoiceRequest.Sending sending,
    long amountFen,
    Instant requestedAt,
    Instant dueAt,
    @Nullable String reason,
    @Nullable String invoiceNo,
    @Nullable String carrier,
    @Nullable String trackingNo,
    List<InvoiceRequest.Event> history) {

  static InvoiceTrackBody of(InvoiceRequest request, List<InvoiceRequest.Event> history) {
    return new InvoiceTrackBody(
        request.orderNo(),
        request.hall(),
        request.state(),
        request.kind(),
        request.title(),
        request.taxNo(),
        request.sending(),
        request.amountFen(),
        request.requestedAt(),
        request.dueAt(),
        request.reason(),
        request.invoiceNo(),
        request.carrier(),
        request.trackingNo(),
        history);
  }
}
