package io.certhall.workers.ca.escrow;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A holder's encryption key as the hall keeps it.
 *
 * @param escrow the private key under a wrapping key; opaque bytes for the database
 */
public record EncryptionKey(SubjectPublicKeyInfo publicKey, byte[] escrow) {}
