package io.certhall.processes.recovery;

import org.jspecify.annotations.Nullable;

/**
 * An escrowed key by its certificate.
 *
 * @param accountId the holder's account
 */
record EscrowedKey(
    String hall,
    String encryptionSerial,
    String commonName,
    long accountId,
    @Nullable Long organisationId,
    @Nullable Long personId) {}
