package io.certhall.processes.certificate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** States of a certificate; codes are part of the REST contract. */
public enum CertificateState {
  NORMAL,
  /** Derived, never stored: within the renewal window. */
  EXPIRING,
  /** Derived, never stored: its time is over. */
  EXPIRED,
  LOCKED,
  SUSPENDED,
  REVOKED,
  /** The old copy after a replacement, a renewal or an exchange. */
  REPLACED,
  /** The old copy after a change. */
  CHANGED;

  /** Counts against "one per organisation" and can still be used or brought back (G-05). */
  public boolean isLive() {
    return this == NORMAL || this == LOCKED || this == SUSPENDED;
  }

  /**
   * What a holder is shown.
   *
   * @param windowDays how many days before expiry the hall renews; null where it always does
   */
  public CertificateState shown(Instant notAfter, @Nullable Integer windowDays, Instant now) {
    if (!isLive()) {
      return this;
    }
    if (!notAfter.isAfter(now)) {
      return EXPIRED;
    }
    boolean closing =
        windowDays != null && !now.isBefore(notAfter.minus(Duration.ofDays(windowDays)));
    return this == NORMAL && closing ? EXPIRING : this;
  }
}
