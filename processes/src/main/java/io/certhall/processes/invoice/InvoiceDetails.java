package io.certhall.processes.invoice;

import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm;
import org.jspecify.annotations.Nullable;

/** The parts of a title that are nobody else's business; kept encrypted. */
public record InvoiceDetails(
    @Nullable String email,
    @Nullable String registeredAddress,
    @Nullable String registeredPhone,
    @Nullable String bank,
    @Nullable String bankAccount) {

  static InvoiceDetails of(OrderForm.InvoiceForm form) {
    return new InvoiceDetails(
        text(form.email()),
        text(form.registeredAddress()),
        text(form.registeredPhone()),
        text(form.bank()),
        text(form.bankAccount()));
  }

  /** As the order's form carries it. */
  public OrderForm.InvoiceForm form(InvoiceKind kind, String title, @Nullable String taxNo) {
    return new OrderForm.InvoiceForm(
        kind, title, taxNo, email, registeredAddress, registeredPhone, bank, bankAccount);
  }

  static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Stays out of logs. */
  @Override
  public String toString() {
    return "InvoiceDetails";
  }
}
