package io.certhall.backoffice.api.payment;

import io.certhall.backoffice.api.OnceOnly;
import io.certhall.backoffice.api.Page;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.Payments;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "payments", description = "缴费 · Paying an order")
@RestController
@RequestMapping("/api/v1/orders/{orderNo}/payments")
class PaymentsController {

  private final Payments payments;
  private final PaymentBodies bodies;
  private final OnceOnly once;

  PaymentsController(Payments payments, PaymentBodies bodies, OnceOnly once) {
    this.payments = payments;
    this.bodies = bodies;
    this.once = once;
  }

  @Operation(
      summary = "发起缴费 · Open a payment over what is due",
      description =
          "Gives the one already open, so that a double click pays once. 409 NOTHING_TO_PAY when"
              + " the order does not wait for money.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PaymentBody open(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @RequestBody PaymentRequest body,
      HttpServletRequest request) {
    PaymentMethod method = body.method();
    if (method == null) {
      throw Refusal.malformed("method", "FIELD_REQUIRED");
    }
    String paymentNo =
        once.nameOfOutside(
            actor.accountId(),
            request,
            body,
            () -> payments.open(actor, orderNo, method).paymentNo());
    return bodies.of(actor, find(actor, orderNo, paymentNo));
  }

  @Operation(summary = "缴费记录 · All payments of the order", description = "Oldest first.")
  @GetMapping
  Page<PaymentBody> list(@AuthenticationPrincipal Actor actor, @PathVariable String orderNo) {
    return Page.all(
        payments.of(actor, orderNo).stream().map(payment -> bodies.of(actor, payment)).toList());
  }

  @Operation(
      summary = "查询缴费结果 · One payment",
      description = "Asks the provider while it is open, for who has paid and sees nothing yet.")
  @GetMapping("/{paymentNo}")
  PaymentBody get(
      @AuthenticationPrincipal Actor actor,
      @PathVariable String orderNo,
      @PathVariable String paymentNo) {
    find(actor, orderNo, paymentNo);
    return bodies.of(actor, payments.refresh(actor, paymentNo));
  }

  private Payment find(Actor actor, String orderNo, String paymentNo) {
    return payments.of(actor, orderNo).stream()
        .filter(payment -> payment.paymentNo().equals(paymentNo))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("PAYMENT_UNKNOWN", paymentNo));
  }
}
