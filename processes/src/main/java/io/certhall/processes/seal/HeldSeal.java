package io.certhall.processes.seal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seal as its holder and staff see it.
 *
 * @param id its number in this hall
 * @param esId its own number in the signed structure; null for one from before seals were made
 * @param formatVersion the header's version, 0 where there is no structure
 * @param validTo ends with the certificate
 * @param frozen by its holder; {@code state} also tells what became of the certificate
 */
public record HeldSeal(
    long id,
    String hall,
    String orderNo,
    long accountId,
    String certificateSerial,
    String commonName,
    String code,
    String name,
    SealState state,
    boolean frozen,
    @Nullable String esId,
    int formatVersion,
    int widthMm,
    int heightMm,
    SealPicture.@Nullable Source pictureSource,
    Instant validFrom,
    Instant validTo,
    Instant createdAt) {}
