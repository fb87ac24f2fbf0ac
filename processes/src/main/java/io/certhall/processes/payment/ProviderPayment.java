package io.certhall.processes.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answer to a query. Transaction id and time are present once it was paid.
 *
 * @param amountFen total of the order; 0 when the provider did not say (unpaid or not found)
 */
public record ProviderPayment(
    String paymentNo,
    ProviderPaymentState state,
    @Nullable String transactionId,
    long amountFen,
    @Nullable Instant paidAt) {}
