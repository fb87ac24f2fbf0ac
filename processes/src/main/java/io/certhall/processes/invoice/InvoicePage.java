package io.certhall.processes.invoice;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.document.CapitalAmount;
import io.certhall.processes.document.PageTemplate;
import io.certhall.processes.document.PdfRenderer;
import io.certhall.processes.document.QrCode;
import io.certhall.processes.document.Yuan;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderForm;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An invoice on paper: half a page, laid out as electronic invoices are. */
@Component
class InvoicePage {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年MM月dd日").withZone(CHINA);
  private static final DateTimeFormatter COMPACT_DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(CHINA);

  private final PageTemplate template = PageTemplate.of(InvoicePage.class, "invoice.xhtml");
  private final PdfRenderer renderer;

  InvoicePage(PdfRenderer renderer) {
    this.renderer = renderer;
  }

  byte[] pdf(Invoice invoice, HallSettings hall, OrderForm.InvoiceForm form) {
    HallSettings.InvoiceSettings settings = hall.invoice();
    Map<String, Object> values = new HashMap<>();
    values.put("special", invoice.kind() == InvoiceKind.SPECIAL);
    values.put("normal", invoice.kind() != InvoiceKind.SPECIAL);
    values.put("invoiceNo", invoice.invoiceNo());
    values.put("day", DAY.format(invoice.issuedAt()));
    values.put("qr", QrCode.dataUri(summary(invoice, settings)));
    values.put("buyer", invoice.title());
    values.put("buyerTaxNo", text(invoice.taxNo()));
    values.put("seller", settings.seller());
    values.put("sellerTaxNo", settings.sellerTaxNo());
    values.put("item", settings.item());
    values.put("net", Yuan.of(invoice.netFen()));
    values.put("rate", settings.taxPercent() + "%");
    values.put("tax", Yuan.of(invoice.taxFen()));
    values.put("gross", Yuan.of(invoice.amountFen()));
    values.put("words", words(invoice.amountFen()));
    values.put("orderNo", invoice.orderNo());
    values.put("address", text(form.registeredAddress()));
    values.put("phone", text(form.registeredPhone()));
    values.put("bank", text(form.bank()));
    values.put("account", text(form.bankAccount()));
    values.put("hall", hall.name().zh());
    return renderer.render(template.fill(values));
  }

  /** What a reader of the code gets: number, day, both parties, amount and tax. */
  private static String summary(Invoice invoice, HallSettings.InvoiceSettings settings) {
    return String.join(
        ",",
        invoice.invoiceNo(),
        COMPACT_DAY.format(invoice.issuedAt()),
        settings.sellerTaxNo(),
        text(invoice.taxNo()),
        Yuan.of(invoice.amountFen()),
        Yuan.of(invoice.taxFen()));
  }

  private static String words(long fen) {
    return fen < 0 ? "（负数）" + CapitalAmount.of(-fen) : CapitalAmount.of(fen);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
