package io.certhall.processes.certificate;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One certificate.
 *
 * @param serial hexadecimal, upper case
 * @param pairSerial its twin: the encryption certificate of a signing one and the other way round
 * @param keyUsage SIGNING or ENCRYPTION
 * @param state NORMAL, LOCKED, SUSPENDED, REVOKED, REPLACED or CHANGED; expiry is in notAfter
 * @param secondaryLock a secondary lock of its unit
 * @param supersededBy the signing certificate that took its place
 */
public record CertificateRow(
    String serial,
    String pairSerial,
    String keyUsage,
    String hall,
    String orderNo,
    int itemSeq,
    CertificateType type,
    long accountId,
    String commonName,
    String subject,
    String issuer,
    int years,
    Instant notBefore,
    Instant notAfter,
    String state,
    @Nullable String mediumSerial,
    Instant issuedAt,
    Holder holder,
    boolean secondaryLock,
    @Nullable String supersededBy) {}
