package io.certhall.backoffice.api.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.PaymentState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay.
 *
 * @param paymentNo the number the provider knows
 * @param codeUrl text of the QR code, while it can be paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentBody(
    String paymentNo,
    String orderNo,
    PaymentMethod method,
    long amountFen,
    PaymentState state,
    @Nullable String codeUrl,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant paidAt) {

  static PaymentBody of(Payment payment) {
    return new PaymentBody(
        payment.paymentNo(),
        payment.orderNo(),
        payment.method(),
        payment.amountFen(),
        payment.state(),
        payment.state() == PaymentState.OPEN ? payment.codeUrl() : null,
        payment.createdAt(),
        payment.expiresAt(),
        payment.paidAt());
  }
}
