package io.certhall.processes.issuance;

/**
 * Step 1 of the issuing cycle: serials taken and everything to be signed fixed, before a signature
 * exists.
 *
 * @param prepared opaque to this module; whoever finds it later signs exactly this
 */
public record Reservation(
    int itemSeq, String signingSerial, String encryptionSerial, byte[] prepared) {}
