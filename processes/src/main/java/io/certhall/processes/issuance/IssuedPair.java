package io.certhall.processes.issuance;

import io.certhall.processes.seal.MadeSeal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed pair, ready to be stored: both certificates or none.
 *
 * @param signingDer the signing certificate
 * @param encryptionDer its encryption twin
 * @param wrappedKey the encryption private key as the hall keeps it
 * @param envelopedKey the same key for the owner of the signing key only: SM2EnvelopedKey, or CMS
 *     EnvelopedData for keys other than SM2
 * @param ca the name its CA is published under
 * @param skfBlob the envelope as key media take it through SKF; absent for keys other than SM2
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
    String ca,
    byte @Nullable [] skfBlob,
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
      Instant notAfter,
      String ca,
      byte @Nullable [] skfBlob) {
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
        ca,
        skfBlob,
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
        ca,
        skfBlob,
        List.copyOf(bound));
  }
}
