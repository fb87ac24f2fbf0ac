package io.certhall.processes.issuance;

import io.certhall.processes.seal.MadeSeal;
import java.time.Instant;
import java.util.List;

/**
 * A signed pair, ready to be stored: both certificates or none.
 *
 * @param signingDer the signing certificate
 * @param encryptionDer its encryption twin
 * @param wrappedKey the encryption private key as the hall keeps it
 * @param envelopedKey the same key for the owner of the signing key only (SM2EnvelopedKey)
 * @param seals the ordered seals, bound to the signing certificate
 */
public record IssuedPair(
    IssuingItem item,
    String signingSerial,
    byte[] signingDer,
    String encryptionSerial,
    byte[] encryptionDer,
    byte[] wrappedKey,
    byte[] envelopedKey,
    String issuer,
    String subject,
    String commonName,
    Instant notBefore,
    Instant notAfter,
    List<MadeSeal> seals) {

  /** Without seals. */
  public IssuedPair(
      IssuingItem item,
      String signingSerial,
      byte[] signingDer,
      String encryptionSerial,
      byte[] encryptionDer,
      byte[] wrappedKey,
      byte[] envelopedKey,
      String issuer,
      String subject,
      String commonName,
      Instant notBefore,
      Instant notAfter) {
    this(
        item,
        signingSerial,
        signingDer,
        encryptionSerial,
        encryptionDer,
        wrappedKey,
        envelopedKey,
        issuer,
        subject,
        commonName,
        notBefore,
        notAfter,
        List.of());
  }

  public IssuedPair with(List<MadeSeal> bound) {
    return new IssuedPair(
        item,
        signingSerial,
        signingDer,
        encryptionSerial,
        encryptionDer,
        wrappedKey,
        envelopedKey,
        issuer,
        subject,
        commonName,
        notBefore,
        notAfter,
        List.copyOf(bound));
  }
}
