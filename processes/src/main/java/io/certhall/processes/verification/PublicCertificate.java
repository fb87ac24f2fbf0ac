package io.certhall.processes.verification;

import io.certhall.processes.status.RevocationReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stranger is told of a certificate.
 *
 * @param ca the authority's published name; null where none of ours has issued it
 * @param holder as certified; the name of a person is masked
 * @param since when it was revoked or put on hold
 */
public record PublicCertificate(
    String serial,
    @Nullable String ca,
    String holder,
    String issuer,
    Instant notBefore,
    Instant notAfter,
    Standing standing,
    @Nullable Instant since,
    @Nullable RevocationReason reason) {

  /** Whether it can be relied on now. */
  public enum Standing {
    GOOD,
    ON_HOLD,
    REVOKED,
    EXPIRED,
    NOT_YET,
    /** None of our authorities has issued it. */
    FOREIGN,
    /** It bears the name and signature of one of ours, but the register does not know it. */
    UNKNOWN
  }
}
