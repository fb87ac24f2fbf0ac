package io.certhall.workers.ca;

import io.certhall.workers.ca.escrow.KeyEnvelope;
import io.certhall.workers.ca.profile.SerialNumber;
import io.certhall.workers.ca.profile.Validity;

/**
 * One issued pair: store both certificates and the escrow together or not at all.
 *
 * @param signingCertificate DER
 * @param encryptionCertificate DER
 * @param encryptionKey the encryption private key, for the owner of the signing key only
 * @param escrow the encryption private key as the hall keeps it
 */
public record SignedPair(
    SerialNumber signingSerial,
    byte[] signingCertificate,
    SerialNumber encryptionSerial,
    byte[] encryptionCertificate,
    Validity validity,
    KeyEnvelope encryptionKey,
    byte[] escrow) {}
