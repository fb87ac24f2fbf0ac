package io.certhall.processes.certificate;

import io.certhall.processes.status.RevocationReason;

/** Why the CA revokes a certificate on its own (GX-66). */
public enum RevocationGround {
  FALSE_DATA("资料虚假", RevocationReason.PRIVILEGE_WITHDRAWN),
  KEY_INSECURE("介质不安全", RevocationReason.KEY_COMPROMISE),
  BREACH_OF_DUTIES("违反义务", RevocationReason.PRIVILEGE_WITHDRAWN),
  LEGAL("法律要求", RevocationReason.PRIVILEGE_WITHDRAWN);

  private final String words;
  private final RevocationReason told;

  RevocationGround(String words, RevocationReason told) {
    this.words = words;
    this.told = told;
  }

  /** As the holder is told; messages are Chinese. */
  String words() {
    return words;
  }

  /** As relying parties are told. */
  RevocationReason told() {
    return told;
  }
}
