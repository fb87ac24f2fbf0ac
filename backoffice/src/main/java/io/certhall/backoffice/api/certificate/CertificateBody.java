package io.certhall.backoffice.api.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.processes.certificate.CertificateRow;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One certificate.
 *
 * @param pairSerial its twin
 * @param state NORMAL, EXPIRING, EXPIRED, LOCKED, SUSPENDED, REVOKED, REPLACED or CHANGED
 * @param expired whether its time is over, whatever else became of it
 * @param supersededBy the certificate that took its place
 * @param seals names of the seals bound to it; only in the answer about one certificate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CertificateBody(
    String serial,
    String pairSerial,
    String keyUsage,
    String hall,
    String orderNo,
    int itemSeq,
    CertificateType type,
    String commonName,
    String subject,
    String issuer,
    int years,
    Instant notBefore,
    Instant notAfter,
    String state,
    boolean expired,
    @Nullable String mediumSerial,
    Instant issuedAt,
    Holder holder,
    boolean secondaryLock,
    @Nullable String supersededBy,
    @Nullable List<String> seals) {

  static CertificateBody of(
      CertificateRow row, CertificateState shown, @Nullable List<String> seals, Instant now) {
    return new CertificateBody(
        row.serial(),
        row.pairSerial(),
        row.keyUsage(),
        row.hall(),
        row.orderNo(),
        row.itemSeq(),
        row.type(),
        row.commonName(),
        row.subject(),
        row.issuer(),
        row.years(),
        row.notBefore(),
        row.notAfter(),
        shown.name(),
        !row.notAfter().isAfter(now),
        row.mediumSerial(),
        row.issuedAt(),
        row.holder(),
        row.secondaryLock(),
        row.supersededBy(),
        seals);
  }
}
