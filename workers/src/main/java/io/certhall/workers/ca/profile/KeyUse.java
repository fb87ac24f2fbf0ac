package io.certhall.workers.ca.profile;

import java.util.Collection;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The key usages of RFC 5280 that a holder's certificate may carry. */
public enum KeyUse {
  DIGITAL_SIGNATURE("digitalSignature", KeyUsage.digitalSignature),
  NON_REPUDIATION("nonRepudiation", KeyUsage.nonRepudiation),
  KEY_ENCIPHERMENT("keyEncipherment", KeyUsage.keyEncipherment),
  DATA_ENCIPHERMENT("dataEncipherment", KeyUsage.dataEncipherment),
  KEY_AGREEMENT("keyAgreement", KeyUsage.keyAgreement);

  private final String word;
  private final int bit;

  KeyUse(String word, int bit) {
    this.word = word;
    this.bit = bit;
  }

  /** As RFC 5280 and the profile files call it. */
  public String word() {
    return word;
  }

  /** The extension's value for these uses. */
  public static KeyUsage extension(Collection<KeyUse> uses) {
    return new KeyUsage(uses.stream().mapToInt(use -> use.bit).reduce(0, (a, b) -> a | b));
  }
}
