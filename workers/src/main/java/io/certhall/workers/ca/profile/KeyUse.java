package io.certhall.workers.ca.profile;

import java.util.Collection;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The key usages of RFC 5280 that a holder's certificate may carry. */
public enum KeyUse {
  DIGITAL_SIGNATURE(KeyUsage.digitalSignature),
  NON_REPUDIATION(KeyUsage.nonRepudiation),
  KEY_ENCIPHERMENT(KeyUsage.keyEncipherment),
  DATA_ENCIPHERMENT(KeyUsage.dataEncipherment),
  KEY_AGREEMENT(KeyUsage.keyAgreement);

  private final int bit;

  KeyUse(int bit) {
    this.bit = bit;
  }

  /** The extension's value for these uses. */
  public static KeyUsage extension(Collection<KeyUse> uses) {
    return new KeyUsage(uses.stream().mapToInt(use -> use.bit).reduce(0, (a, b) -> a | b));
  }
}
