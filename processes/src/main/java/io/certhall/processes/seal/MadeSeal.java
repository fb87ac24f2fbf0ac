package io.certhall.processes.seal;

import java.time.Instant;

/**
 * A signed seal, ready to be stored with its certificate.
 *
 * @param code of the hall's catalogue
 * @param name what the holder calls it, e.g. 公章
 * @param esId its own number, unique everywhere
 * @param formatVersion the header's version: 4 for GB/T 38540-2020
 * @param der the signed structure
 */
public record MadeSeal(
    String code,
    String name,
    String esId,
    int formatVersion,
    SealPicture picture,
    Instant validFrom,
    Instant validTo,
    byte[] der) {}
