package io.certhall.backoffice.api.invoice;

import io.certhall.backoffice.api.Download;
import io.certhall.processes.invoice.InvoiceFile;
import io.certhall.processes.invoice.InvoiceRequest;
import io.certhall.processes.invoice.InvoiceRequests;
import io.certhall.processes.invoice.Invoices;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "invoices", description = "发票 · Invoices of orders")
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/invoice")
class OrderInvoiceController {

  private final InvoiceRequests requests;
  private final Invoices invoices;

  OrderInvoiceController(InvoiceRequests requests, Invoices invoices) {
    this.requests = requests;
    this.invoices = invoices;
  }

  @Operation(
      summary = "申请开票 · Ask for an invoice",
      description = "Once the order is approved and paid; `dueAt` is the promise.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  InvoiceTrackBody request(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @RequestBody InvoiceWish wish) {
    requests.request(actor, orderNo, wish.form(), wish.way());
    return track(actor, orderNo);
  }

  @Operation(
      summary = "开票进度 · State and full history",
      description = "The promise is `dueAt`; `history` is complete and in order.")
  @GetMapping
  InvoiceTrackBody track(@AuthenticationPrincipal Actor actor, @PathVariable String orderNo) {
    InvoiceRequest request =
        requests.of(actor, orderNo).orElseThrow(() -> Refusal.notFound("INVOICE_UNKNOWN", orderNo));
    return InvoiceTrackBody.of(request, requests.events(actor, orderNo));
  }

  @Operation(
      summary = "下载发票 · The invoice as PDF",
      description = "The invoice in force; 404 until it is issued.")
  @GetMapping("/pdf")
  ResponseEntity<byte[]> pdf(@AuthenticationPrincipal Actor actor, @PathVariable String orderNo) {
    InvoiceFile file = invoices.pdf(actor, orderNo);
    return Download.of(file.fileName(), MediaType.APPLICATION_PDF, file.content());
  }
}
