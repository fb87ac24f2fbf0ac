package io.certhall.backoffice.api.invoice;

import io.certhall.processes.invoice.InvoiceRequest;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm;
import org.jspecify.annotations.Nullable;

/** Billing data, and how the invoice is to come: EMAIL when nothing is said. */
record InvoiceWish(
    @Nullable InvoiceKind kind,
    @Nullable String title,
    @Nullable String taxNo,
    @Nullable String email,
    @Nullable String registeredAddress,
    @Nullable String registeredPhone,
    @Nullable String bank,
    @Nullable String bankAccount,
    InvoiceRequest.@Nullable Sending sending) {

  OrderForm.InvoiceForm form() {
    return new OrderForm.InvoiceForm(
        kind, title, taxNo, email, registeredAddress, registeredPhone, bank, bankAccount);
  }

  InvoiceRequest.Sending way() {
    return sending == null ? InvoiceRequest.Sending.EMAIL : sending;
  }
}
