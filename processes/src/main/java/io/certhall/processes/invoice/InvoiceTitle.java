package io.certhall.processes.invoice;

import io.certhall.processes.order.InvoiceKind;
import org.jspecify.annotations.Nullable;

/** A title kept for invoices to come. */
public record InvoiceTitle(
    long id,
    InvoiceKind kind,
    String title,
    @Nullable String taxNo,
    InvoiceDetails details,
    boolean preferred,
    int version) {}
