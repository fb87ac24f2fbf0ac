package io.certhall.processes.issuance;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parked or voided reservation: what the CA has beside what the order has.
 *
 * @param signedAt when signatures over it existed for the first time; null when none is known
 * @param attempts failures after signing
 * @param storedSerial the signing certificate the database holds for this item, if any
 */
public record UncertainIssue(
    String orderNo,
    int itemSeq,
    IssuanceState state,
    String signingSerial,
    String encryptionSerial,
    Instant reservedAt,
    @Nullable Instant signedAt,
    int attempts,
    @Nullable Instant parkedAt,
    @Nullable String reason,
    @Nullable String settledBy,
    @Nullable String voidReason,
    String hall,
    String applicantName,
    OrderState orderState,
    CertificateType type,
    ItemStatus itemStatus,
    @Nullable String mediumSerial,
    @Nullable String storedSerial) {}
