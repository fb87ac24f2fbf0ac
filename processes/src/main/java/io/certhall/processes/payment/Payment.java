package io.certhall.processes.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay what is due on an order. {@code paymentNo} is the provider's outTradeNo.
 *
 * @param refusalReason why finance did not accept a transfer's voucher
 */
public record Payment(
    String paymentNo,
    String orderNo,
    String hall,
    PaymentMethod method,
    long amountFen,
    PaymentState state,
    @Nullable String codeUrl,
    @Nullable String transactionId,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant paidAt,
    @Nullable String refusalReason,
    int version) {

  boolean isAwaitedTransfer() {
    return method == PaymentMethod.TRANSFER && state == PaymentState.OPEN;
  }

  Payment open(@Nullable String code) {
    return new Payment(
        paymentNo,
        orderNo,
        hall,
        method,
        amountFen,
        PaymentState.OPEN,
        code,
        transactionId,
        createdAt,
        expiresAt,
        paidAt,
        refusalReason,
        version + 1);
  }
}
