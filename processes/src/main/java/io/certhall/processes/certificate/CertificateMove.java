package io.certhall.processes.certificate;

import static io.certhall.processes.certificate.CertificateState.CHANGED;
import static io.certhall.processes.certificate.CertificateState.LOCKED;
import static io.certhall.processes.certificate.CertificateState.NORMAL;
import static io.certhall.processes.certificate.CertificateState.REPLACED;
import static io.certhall.processes.certificate.CertificateState.REVOKED;
import static io.certhall.processes.certificate.CertificateState.SUSPENDED;

import io.certhall.processes.refusal.Refusal;
import java.util.EnumSet;
import java.util.Set;

/** The legal moves of a certificate; every other one is refused with the state as its reason. */
public enum CertificateMove {
  /** The key locked itself after too many wrong PINs. */
  LOCK(EnumSet.of(NORMAL), LOCKED),
  /** The PIN was set anew, forgotten or locked. */
  UNLOCK(EnumSet.of(NORMAL, LOCKED), NORMAL),
  SUSPEND(EnumSet.of(NORMAL, LOCKED), SUSPENDED),
  /** Back to what it was before it was suspended: a key found again may still be locked. */
  RELEASE(EnumSet.of(SUSPENDED), NORMAL),
  REVOKE(EnumSet.of(NORMAL, LOCKED, SUSPENDED), REVOKED),
  REPLACE(EnumSet.of(NORMAL, LOCKED, SUSPENDED), REPLACED),
  RENEW(EnumSet.of(NORMAL, LOCKED), REPLACED),
  EXCHANGE(EnumSet.of(NORMAL, LOCKED), REPLACED),
  CHANGE(EnumSet.of(NORMAL, LOCKED), CHANGED),
  ADD_SEAL(EnumSet.of(NORMAL), NORMAL);

  private final Set<CertificateState> from;
  private final CertificateState to;

  CertificateMove(Set<CertificateState> from, CertificateState to) {
    this.from = from;
    this.to = to;
  }

  public boolean isLegalFrom(CertificateState state) {
    return from.contains(state);
  }

  public CertificateState target() {
    return to;
  }

  /**
   * @throws Refusal CONFLICT whose code names the state, e.g. CERTIFICATE_REVOKED
   */
  void requireLegalFrom(CertificateState state, String serial) {
    if (!isLegalFrom(state)) {
      throw Refusal.conflict("CERTIFICATE_" + state.name(), serial);
    }
  }
}
