package io.certhall.processes.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider's report whose origin, freshness, merchant and currency are proven. Not yet checked,
 * because only the database knows: that {@code notifyId} and {@code nonce} are new, that the
 * payment exists, and that {@code amountFen} is what it asked for.
 */
public record PaymentNotification(
    String notifyId,
    String nonce,
    String paymentNo,
    String transactionId,
    long amountFen,
    String currency,
    String appId,
    String merchantId,
    boolean success,
    @Nullable Instant successTime) {}
