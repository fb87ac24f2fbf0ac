package io.certhall.processes.payment;

import java.time.Instant;

/**
 * A voucher without its content.
 *
 * @param seq 1 or 2
 */
public record VoucherView(
    int seq, String fileName, String format, long sizeBytes, Instant uploadedAt) {}
