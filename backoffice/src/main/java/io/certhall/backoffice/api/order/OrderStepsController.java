package io.certhall.backoffice.api.order;

import io.certhall.backoffice.api.Language;
import io.certhall.backoffice.api.OnceOnly;
import io.certhall.backoffice.api.Page;
import io.certhall.processes.application.OrderReminders;
import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.application.OrderWithdrawal;
import io.certhall.processes.application.Reapplication;
import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.query.TimelineQuery;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the applicant does with an order, each answered with the order as it is then. */
@Tag(name = "orders")
@RestController
@RequestMapping("/api/v1/orders/{orderNo}")
class OrderStepsController {

  private final OrderSubmission submission;
  private final OrderWithdrawal withdrawal;
  private final Reapplication reapplication;
  private final OrderReminders reminders;
  private final ShippingDesk shipping;
  private final Orders orders;
  private final TimelineQuery timeline;
  private final OrderDetails details;
  private final OnceOnly once;

  OrderStepsController(
      OrderSubmission submission,
      OrderWithdrawal withdrawal,
      Reapplication reapplication,
      OrderReminders reminders,
      ShippingDesk shipping,
      Orders orders,
      TimelineQuery timeline,
      OrderDetails details,
      OnceOnly once) {
    this.submission = submission;
    this.withdrawal = withdrawal;
    this.reapplication = reapplication;
    this.reminders = reminders;
    this.shipping = shipping;
    this.orders = orders;
    this.timeline = timeline;
    this.details = details;
    this.once = once;
  }

  @Operation(
      summary = "提交申请 · Submit, or submit again after a rejection",
      description = "422 names everything that is missing or wrong at once; the order is locked.")
  @PostMapping("/submit")
  ResponseEntity<OrderDetail> submit(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      HttpServletRequest request,
      Language language) {
    return step(actor, orderNo, request, language, submission::submit);
  }

  @Operation(
      summary = "撤回申请 · Give the order up",
      description = "Until something is issued; money that was paid goes back by itself.")
  @PostMapping("/withdraw")
  ResponseEntity<OrderDetail> withdraw(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      HttpServletRequest request,
      Language language) {
    return step(actor, orderNo, request, language, withdrawal::withdraw);
  }

  @Operation(
      summary = "修改后重新申请 · Start a new draft from this order",
      description =
          "An order nobody has paid for is withdrawn and its draft takes its place; a cancelled or"
              + " closed one is applied for again. Answers with the draft, files included; 409"
              + " ORDER_NOT_REAPPLIED otherwise.")
  @PostMapping("/reapplication")
  ResponseEntity<OrderDetail> applyAgain(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      HttpServletRequest request,
      Language language) {
    String draft =
        once.name(actor.accountId(), request, null, () -> reapplication.applyAgain(actor, orderNo));
    return OrdersController.answer(HttpStatus.CREATED, details.of(actor, draft, language));
  }

  @Operation(
      summary = "催办 · Remind the hall",
      description = "Once a day, while the order waits for staff; 409 otherwise.")
  @PostMapping("/remind")
  ResponseEntity<OrderDetail> remind(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      HttpServletRequest request,
      Language language) {
    return step(actor, orderNo, request, language, reminders::remind);
  }

  @Operation(
      summary = "确认收货 · Confirm that the parcel came",
      description = "409 when no parcel is on its way.")
  @PostMapping("/receipt")
  ResponseEntity<OrderDetail> confirmReceipt(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      HttpServletRequest request,
      Language language) {
    return step(actor, orderNo, request, language, shipping::confirmReceipt);
  }

  @Operation(
      summary = "办理进度 · All that happened to the order",
      description = "Complete and in order; `state` is the state the order was in afterwards.")
  @GetMapping("/timeline")
  Page<TimelineItem> timeline(
      @AuthenticationPrincipal Actor actor, @PathVariable String orderNo, Language language) {
    orders.visible(actor, orderNo);
    return Page.all(
        timeline.of(orderNo).stream().map(entry -> TimelineItem.of(entry, language)).toList());
  }

  private ResponseEntity<OrderDetail> step(
      Actor actor,
      String orderNo,
      HttpServletRequest request,
      Language language,
      BiConsumer<Actor, String> step) {
    once.name(
        actor.accountId(),
        request,
        null,
        () -> {
          step.accept(actor, orderNo);
          return orderNo;
        });
    return OrdersController.answer(HttpStatus.OK, details.of(actor, orderNo, language));
  }
}
