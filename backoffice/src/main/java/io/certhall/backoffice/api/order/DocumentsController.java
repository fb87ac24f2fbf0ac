package io.certhall.backoffice.api.order;

import io.certhall.backoffice.api.Download;
import io.certhall.processes.document.Documents;
import io.certhall.processes.invoice.InvoiceFile;
import io.certhall.processes.invoice.Invoices;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "orders")
@RestController
@RequestMapping("/api/v1/orders/{orderNo}")
class DocumentsController {

  private final Documents documents;
  private final Invoices invoices;

  DocumentsController(Documents documents, Invoices invoices) {
    this.documents = documents;
    this.invoices = invoices;
  }

  @Operation(
      summary = "下载待签章文书（PDF） · A paper to print, sign and upload",
      description =
          "Filled with the order's data. Templates are named in `template` of the materials:"
              + " application-form, power-of-attorney, service-agreement.")
  @GetMapping("/documents/{template}")
  ResponseEntity<byte[]> document(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable String template) {
    return Download.of(
        template + "-" + orderNo + ".pdf",
        MediaType.APPLICATION_PDF,
        documents.render(actor, orderNo, template));
  }

  @Operation(
      summary = "下载业务办理回执（PDF） · The receipt of a completed order",
      description = "409 ORDER_NOT_COMPLETED before that.")
  @GetMapping("/receipt.pdf")
  ResponseEntity<byte[]> receipt(
      @AuthenticationPrincipal Actor actor, @PathVariable String orderNo) {
    return Download.of(
        "receipt-" + orderNo + ".pdf",
        MediaType.APPLICATION_PDF,
        documents.receipt(actor, orderNo));
  }

  @Operation(
      summary = "下载电子发票（PDF） · The invoice",
      description = "404 until it is issued; `invoiceStatus` of the order tells.")
  @GetMapping("/invoice.pdf")
  ResponseEntity<byte[]> invoice(
      @AuthenticationPrincipal Actor actor, @PathVariable String orderNo) {
    InvoiceFile invoice = invoices.pdf(actor, orderNo);
    return Download.of(invoice.fileName(), MediaType.APPLICATION_PDF, invoice.content());
  }
}
