package io.certhall.processes.issuance;

import java.time.Instant;

/**
 * A signed pair, ready to be stored: both certificates or none.
 *
 * @param signingDer the signing certificate
 * @param encryptionDer its encryption twin
 * @param wrappedKey the encryption private key as the hall keeps it
 * @param envelopedKey the same key for the owner of the signing key only (SM2EnvelopedKey)
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
    Instant notAfter) {}
