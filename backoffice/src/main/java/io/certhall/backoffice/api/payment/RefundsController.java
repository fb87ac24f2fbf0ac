package io.certhall.backoffice.api.payment;

import io.certhall.backoffice.api.Page;
import io.certhall.processes.payment.Refund;
import io.certhall.processes.payment.RefundDesk;
import io.certhall.processes.payment.RefundState;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "refunds", description = "退款 · Money back")
@RestController
@RequestMapping("/api/v1")
class RefundsController {

  private final RefundDesk desk;

  RefundsController(RefundDesk desk) {
    this.desk = desk;
  }

  /**
   * A transfer made by hand.
   *
   * @param reference the bank's number of it
   */
  record Transferred(@Nullable String reference) {}

  @Operation(
      summary = "订单退款 · The refunds of an order",
      description = "For its owner and the staff; oldest first.")
  @GetMapping("/orders/{orderNo}/refunds")
  Page<RefundBody> of(@AuthenticationPrincipal Actor actor, @PathVariable String orderNo) {
    return Page.all(desk.of(actor, orderNo).stream().map(RefundBody::of).toList());
  }

  @Operation(
      summary = "退款列表（财务） · All refunds, newest first",
      description = "Filters: state, hall, number (of an order, payment or refund, its beginning).")
  @GetMapping("/refunds")
  Page<RefundBody> list(
      @AuthenticationPrincipal Actor actor,
      @RequestParam(required = false) @Nullable RefundState state,
      @RequestParam(required = false) @Nullable String hall,
      @RequestParam(required = false) @Nullable String number,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    int rows = Page.limit(limit);
    return Page.of(
        desk.page(actor, new RefundDesk.Filter(state, hall, number), after, rows + 1),
        rows,
        Refund::refundNo,
        RefundBody::of);
  }

  @Operation(
      summary = "确认已转账退回 · The money was transferred back by hand",
      description =
          "`{reference}`: the bank's number. 403 for who asked for the refund or owns the order,"
              + " 409 when it is not to be transferred by hand.")
  @PostMapping("/refunds/{refundNo}/transferred")
  RefundBody transferred(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String refundNo,
      @RequestBody Transferred body) {
    desk.transferred(actor, refundNo, body.reference());
    return find(actor, refundNo);
  }

  @Operation(
      summary = "重新发起退款 · Send it again",
      description = "One the provider gave up goes on under a new number.")
  @PostMapping("/refunds/{refundNo}/retry")
  RefundBody retry(@AuthenticationPrincipal Actor actor, @PathVariable String refundNo) {
    return find(actor, desk.retry(actor, refundNo));
  }

  @Operation(
      summary = "改为转账退回 · Transfer by hand what the provider gave up",
      description = "Another person of finance confirms the transfer.")
  @PostMapping("/refunds/{refundNo}/by-transfer")
  RefundBody byTransfer(@AuthenticationPrincipal Actor actor, @PathVariable String refundNo) {
    return find(actor, desk.byTransfer(actor, refundNo));
  }

  private RefundBody find(Actor actor, String refundNo) {
    return desk.page(actor, new RefundDesk.Filter(null, null, refundNo), null, 1).stream()
        .findFirst()
        .map(RefundBody::of)
        .orElseThrow();
  }
}
