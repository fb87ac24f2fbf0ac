package io.certhall.processes.issuance;

import io.certhall.processes.order.CertificateType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One certificate that waits for its key.
 *
 * @param itemCount certificates of the whole order
 * @param personName the person it names, if its type names one
 * @param seals codes of the hall's catalogue
 */
public record ProductionRow(
    long taskId,
    String orderNo,
    String hall,
    int itemSeq,
    int itemCount,
    String applicantName,
    CertificateType type,
    @Nullable String personName,
    int years,
    List<String> seals,
    @Nullable Long assigneeId,
    @Nullable String assigneeName,
    Instant createdAt,
    @Nullable Instant dueAt) {}
