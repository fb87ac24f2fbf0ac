package io.certhall.backoffice.api.order;

import io.certhall.backoffice.api.Language;
import io.certhall.backoffice.api.OnceOnly;
import io.certhall.backoffice.api.Page;
import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.Service;
import io.certhall.processes.order.query.OrderFilter;
import io.certhall.processes.order.query.OrderQuery;
import io.certhall.processes.order.query.OrderRow;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "orders", description = "申请单 · Drafts and orders")
@RestController
@RequestMapping("/api/v1/orders")
class OrdersController {

  private final OrderDrafts drafts;
  private final OrderQuery query;
  private final OrderDetails details;
  private final PublishedPolicies policies;
  private final OnceOnly once;

  OrdersController(
      OrderDrafts drafts,
      OrderQuery query,
      OrderDetails details,
      PublishedPolicies policies,
      OnceOnly once) {
    this.drafts = drafts;
    this.query = query;
    this.details = details;
    this.policies = policies;
    this.once = once;
  }

  @Operation(
      summary = "新建申请（草稿） · Make a draft",
      description =
          "Parts may be missing until submission; what breaks a limit is refused at once with 422,"
              + " e.g. LIMIT_COPIES, LIMIT_SEALS, DUPLICATE_CERTIFICATE, PROFILE_NOT_APPROVED.")
  @PostMapping
  ResponseEntity<OrderDetail> create(
      @AuthenticationPrincipal Actor actor,
      @RequestBody OrderBody body,
      HttpServletRequest request,
      Language language) {
    int most = policies.active(body.requiredHall()).settings().limits().maxItems();
    String orderNo =
        once.name(actor.accountId(), request, body, () -> drafts.create(actor, body.form(most)));
    return answer(HttpStatus.CREATED, details.of(actor, orderNo, language));
  }

  @Operation(
      summary = "申请列表 · Orders, newest first",
      description =
          "An applicant sees his own, staff all that were submitted. `state` repeats;"
              + " `createdFrom` and `createdBefore` bound the time of creation.")
  @GetMapping
  Page<OrderSummary> list(
      @AuthenticationPrincipal Actor actor,
      @RequestParam(required = false) @Nullable Set<OrderState> state,
      @RequestParam(required = false) @Nullable String hall,
      @RequestParam(required = false) @Nullable Service service,
      @RequestParam(required = false) @Nullable PayStatus payStatus,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable Instant createdFrom,
      @RequestParam(required = false) @Nullable Instant createdBefore,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    int rows = Page.limit(limit);
    OrderFilter filter =
        new OrderFilter(
            hall,
            service,
            state == null ? Set.of() : state,
            payStatus,
            text,
            createdFrom,
            createdBefore);
    return Page.of(
        query.page(actor, filter, after, rows + 1), rows, OrderRow::orderNo, OrderSummary::of);
  }

  @Operation(
      summary = "申请详情 · One order",
      description =
          "With its items, price, materials, rejections and whose turn it is. Personal data of the"
              + " agent and the recipient: the owner and reviewers in clear, other staff masked.")
  @GetMapping("/{orderNo}")
  ResponseEntity<OrderDetail> get(
      @AuthenticationPrincipal Actor actor, @PathVariable String orderNo, Language language) {
    return answer(HttpStatus.OK, details.of(actor, orderNo, language));
  }

  @Operation(
      summary = "修改申请 · Replace a draft's or a rejected order's form",
      description =
          "409 ORDER_LOCKED while it is in review or further. `If-Match` (or `version`) refuses"
              + " with 409 STALE_VERSION what would overwrite another's change.")
  @PutMapping("/{orderNo}")
  ResponseEntity<OrderDetail> update(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody OrderBody body,
      Language language) {
    int most = policies.active(body.requiredHall()).settings().limits().maxItems();
    drafts.update(actor, orderNo, body.form(most), OrderVersion.expected(ifMatch, body.version()));
    return answer(HttpStatus.OK, details.of(actor, orderNo, language));
  }

  @Operation(summary = "删除草稿 · Delete a draft", description = "Only what was never submitted.")
  @DeleteMapping("/{orderNo}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@AuthenticationPrincipal Actor actor, @PathVariable String orderNo) {
    drafts.delete(actor, orderNo);
  }

  static ResponseEntity<OrderDetail> answer(HttpStatus status, OrderDetail order) {
    return ResponseEntity.status(status).eTag(Integer.toString(order.version())).body(order);
  }
}
