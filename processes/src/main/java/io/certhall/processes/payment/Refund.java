package io.certhall.processes.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money promised back on a payment.
 *
 * @param requestedBy null when the hall itself asked
 * @param bankReference the bank's number of a transfer made by hand
 * @param replacedBy the number it was asked anew under
 */
public record Refund(
    String refundNo,
    String paymentNo,
    String orderNo,
    String hall,
    PaymentMethod method,
    long amountFen,
    String reason,
    RefundState state,
    int attempts,
    Instant requestedAt,
    @Nullable Instant completedAt,
    @Nullable String lastError,
    @Nullable Long requestedBy,
    @Nullable String bankReference,
    @Nullable String replacedBy,
    int version) {}
