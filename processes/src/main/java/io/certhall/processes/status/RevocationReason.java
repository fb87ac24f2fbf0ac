package io.certhall.processes.status;

/** Why a certificate is not to be relied on; the codes are CRLReason's of RFC 5280, 5.3.1. */
public enum RevocationReason {
  KEY_COMPROMISE(1),
  AFFILIATION_CHANGED(3),
  SUPERSEDED(4),
  CESSATION_OF_OPERATION(5),
  /** The one that can be taken back. */
  CERTIFICATE_HOLD(6),
  /** The CA revoked it on its own. */
  PRIVILEGE_WITHDRAWN(9);

  private final int code;

  RevocationReason(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException for a code that this hall never uses
   */
  public static RevocationReason of(int code) {
    for (RevocationReason reason : values()) {
      if (reason.code == code) {
        return reason;
      }
    }
    throw new IllegalArgumentException("CRLReason " + code);
  }
}
