package io.certhall.processes.seal;

import io.certhall.processes.certificate.CertificateState;
import java.time.Instant;

/**
 * A seal lives and dies with the certificate it is bound to; on top of that its holder may freeze
 * it.
 */
public enum SealState {
  NORMAL,
  FROZEN,
  EXPIRED,
  /** A new certificate with a new seal took its place. */
  CLOSED,
  REVOKED;

  /** A locked key does not touch the seal: it can't be used until the PIN is set anew anyway. */
  static SealState of(boolean frozen, CertificateState certificate, Instant validTo, Instant now) {
    return switch (certificate) {
      case REVOKED -> REVOKED;
      case REPLACED, CHANGED -> CLOSED;
      default ->
          !validTo.isAfter(now)
              ? EXPIRED
              : frozen || certificate == CertificateState.SUSPENDED ? FROZEN : NORMAL;
    };
  }
}
