package io.certhall.backoffice.api.invoice;

import io.certhall.processes.invoice.InvoiceDesk;
import io.certhall.processes.invoice.InvoiceRequest;
import io.certhall.processes.invoice.InvoiceRequests;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "invoices")
@RestController
@RequestMapping("/api/v1/invoice-requests")
class InvoiceDeskController {

  private static final int MOST = 200;

  private final InvoiceDesk desk;
  private final InvoiceRequests requests;

  InvoiceDeskController(InvoiceDesk desk, InvoiceRequests requests) {
    this.desk = desk;
    this.requests = requests;
  }

  /** Wanted invoices; those to be issued, the one due first on top. */
  record Items(List<InvoiceTrackBody> items) {}

  /** What a decision needs. */
  record Decision(@Nullable String reason, @Nullable String carrier, @Nullable String trackingNo) {}

  @Operation(
      summary = "开票列表 · Wanted invoices, for finance",
      description = "With `state=PENDING` the one due first comes first.")
  @GetMapping
  Items list(
      @AuthenticationPrincipal Actor actor,
      @RequestParam(required = false) InvoiceRequest.@Nullable State state) {
    return new Items(
        desk.list(actor, state, MOST).stream()
            .map(request -> InvoiceTrackBody.of(request, List.of()))
            .toList());
  }

  @Operation(
      summary = "开票 · Issue",
      description = "Draws the invoice and sends it by mail where that was wished.")
  @PostMapping("/{orderNo}/issue")
  InvoiceTrackBody issue(@AuthenticationPrincipal Actor actor, @PathVariable String orderNo) {
    desk.issue(actor, orderNo);
    return track(actor, orderNo);
  }

  @Operation(
      summary = "驳回 · Reject, with a reason",
      description = "The applicant reads the reason and may ask again.")
  @PostMapping("/{orderNo}/reject")
  InvoiceTrackBody reject(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @RequestBody Decision decision) {
    desk.reject(actor, orderNo, decision.reason());
    return track(actor, orderNo);
  }

  @Operation(
      summary = "寄出 · Sent on paper, with carrier and trackingNo",
      description = "Only for invoices on paper that are issued.")
  @PostMapping("/{orderNo}/send")
  InvoiceTrackBody send(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @RequestBody Decision decision) {
    desk.sent(actor, orderNo, decision.carrier(), decision.trackingNo());
    return track(actor, orderNo);
  }

  @Operation(
      summary = "红冲 · Take an invoice back, with a reason",
      description = "Leaves a red letter; a new invoice may be asked for.")
  @PostMapping("/{orderNo}/reverse")
  InvoiceTrackBody reverse(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @RequestBody Decision decision) {
    desk.reverse(actor, orderNo, decision.reason());
    return track(actor, orderNo);
  }

  private InvoiceTrackBody track(Actor actor, String orderNo) {
    return InvoiceTrackBody.of(
        requests.of(actor, orderNo).orElseThrow(() -> Refusal.notFound("INVOICE_UNKNOWN", orderNo)),
        requests.events(actor, orderNo));
  }
}
