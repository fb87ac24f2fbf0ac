package io.certhall.processes.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** State of one refund; {@code refundFen} is 0 when the provider does not know it. */
public record ProviderRefund(
    String refundNo,
    ProviderRefundState state,
    @Nullable String providerRefundId,
    long refundFen,
    @Nullable Instant refundedAt) {}
