package io.certhall.processes.certificate;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signing certificate as services work on it.
 *
 * @param orderNo the order it was issued for
 * @param organisationName as certified; null for persons
 * @param secondaryLock a secondary lock of its unit
 * @param seals codes of the hall's catalogue
 */
public record HeldCertificate(
    String serial,
    String pairSerial,
    String hall,
    String issuer,
    String orderNo,
    int itemSeq,
    CertificateType type,
    Holder holder,
    long accountId,
    @Nullable Long organisationId,
    @Nullable Long personId,
    String commonName,
    @Nullable String organisationName,
    int years,
    Instant notAfter,
    CertificateState state,
    @Nullable String mediumSerial,
    boolean secondaryLock,
    List<String> seals) {

  public boolean isExpired(Instant now) {
    return !notAfter.isAfter(now);
  }

  /** Whether a key that tells this issuer can be the one it is on; many tell none. */
  public boolean isOnKeyOf(@Nullable String toldIssuer) {
    return OwnKeys.isIssuer(issuer, toldIssuer);
  }
}
