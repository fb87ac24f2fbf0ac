package io.certhall.processes.invoice;

import static io.certhall.db.generated.Tables.INVOICE;

import io.certhall.processes.order.InvoiceKind;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Invoices; the document is read by itself. */
@Repository
class InvoiceRepository {

  static final List<SelectField<?>> COLUMNS =
      List.of(
          INVOICE.INVOICE_NO,
          INVOICE.ORDER_NO,
          INVOICE.HALL,
          INVOICE.KIND,
          INVOICE.TITLE,
          INVOICE.TAX_NO,
          INVOICE.AMOUNT_FEN,
          INVOICE.TAX_FEN,
          INVOICE.STATE,
          INVOICE.ISSUED_AT);

  /** The slot of the invoice in force; one that was taken back stands in a slot of its own. */
  private static final String LIVE = "LIVE";

  private final DSLContext dsl;

  InvoiceRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Invoice> ofOrder(String orderNo) {
    return dsl.select(COLUMNS)
        .from(INVOICE)
        .where(INVOICE.ORDER_NO.eq(orderNo), INVOICE.SLOT.eq(LIVE))
        .fetchOptional(InvoiceRepository::toInvoice);
  }

  Optional<Invoice> find(String invoiceNo) {
    return dsl.select(COLUMNS)
        .from(INVOICE)
        .where(INVOICE.INVOICE_NO.eq(invoiceNo))
        .fetchOptional(InvoiceRepository::toInvoice);
  }

  byte[] document(String invoiceNo) {
    return dsl.select(INVOICE.DOCUMENT)
        .from(INVOICE)
        .where(INVOICE.INVOICE_NO.eq(invoiceNo))
        .fetchSingle(INVOICE.DOCUMENT);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(Invoice invoice, byte[] document) {
    insert(invoice, document, LIVE, null);
  }

  /** The invoice gives its slot up, and its red letter stands beside it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reverse(Invoice live, Invoice red, byte[] document) {
    dsl.update(INVOICE)
        .set(INVOICE.SLOT, live.invoiceNo())
        .set(INVOICE.STATE, InvoiceState.REVERSED.name())
        .where(INVOICE.INVOICE_NO.eq(live.invoiceNo()))
        .execute();
    insert(red, document, red.invoiceNo(), live.invoiceNo());
  }

  private void insert(Invoice invoice, byte[] document, String slot, @Nullable String redOf) {
    dsl.insertInto(INVOICE)
        .set(INVOICE.SLOT, slot)
        .set(INVOICE.RED_OF, redOf)
        .set(INVOICE.INVOICE_NO, invoice.invoiceNo())
        .set(INVOICE.ORDER_NO, invoice.orderNo())
        .set(INVOICE.HALL, invoice.hall())
        .set(INVOICE.KIND, invoice.kind().name())
        .set(INVOICE.TITLE, invoice.title())
        .set(INVOICE.TAX_NO, invoice.taxNo())
        .set(INVOICE.AMOUNT_FEN, invoice.amountFen())
        .set(INVOICE.TAX_FEN, invoice.taxFen())
        .set(INVOICE.STATE, invoice.state().name())
        .set(INVOICE.ISSUED_AT, invoice.issuedAt())
        .set(INVOICE.DOCUMENT, document)
        .execute();
  }

  static Invoice toInvoice(Record row) {
    return new Invoice(
        row.get(INVOICE.INVOICE_NO),
        row.get(INVOICE.ORDER_NO),
        row.get(INVOICE.HALL),
        InvoiceKind.valueOf(row.get(INVOICE.KIND)),
        row.get(INVOICE.TITLE),
        row.get(INVOICE.TAX_NO),
        row.get(INVOICE.AMOUNT_FEN),
        row.get(INVOICE.TAX_FEN),
        InvoiceState.valueOf(row.get(INVOICE.STATE)),
        row.get(INVOICE.ISSUED_AT));
  }
}
