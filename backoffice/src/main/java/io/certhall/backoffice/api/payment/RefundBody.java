package io.certhall.backoffice.api.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.processes.payment.PaymentMethod;
import io.certhall.processes.payment.Refund;
import io.certhall.processes.payment.RefundState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money promised back.
 *
 * @param replacedBy the number it was asked anew under
 * @param bankReference of a transfer made by hand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundBody(
    String refundNo,
    String paymentNo,
    String orderNo,
    String hall,
    PaymentMethod method,
    long amountFen,
    String reason,
    RefundState state,
    Instant requestedAt,
    @Nullable Instant completedAt,
    @Nullable String bankReference,
    @Nullable String replacedBy) {

  static RefundBody of(Refund refund) {
    return new RefundBody(
        refund.refundNo(),
        refund.paymentNo(),
        refund.orderNo(),
        refund.hall(),
        refund.method(),
        refund.amountFen(),
        refund.reason(),
        refund.state(),
        refund.requestedAt(),
        refund.completedAt(),
        refund.bankReference(),
        refund.replacedBy());
  }
}
