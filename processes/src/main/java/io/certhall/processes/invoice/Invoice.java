package io.certhall.processes.invoice;

import io.certhall.processes.order.InvoiceKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that was issued. Amounts in fen.
 *
 * @param invoiceNo 20 digits
 * @param amountFen with tax
 * @param taxFen the tax inside it
 */
public record Invoice(
    String invoiceNo,
    String orderNo,
    String hall,
    InvoiceKind kind,
    String title,
    @Nullable String taxNo,
    long amountFen,
    long taxFen,
    InvoiceState state,
    Instant issuedAt) {

  public long netFen() {
    return amountFen - taxFen;
  }
}
