package io.certhall.backoffice.api.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.processes.seal.HeldSeal;
import io.certhall.processes.seal.SealPicture;
import io.certhall.processes.seal.SealState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One seal.
 *
 * @param id its number in this hall
 * @param code OFFICIAL, LEGAL_REP, CONTRACT, FINANCE, SIGNATURE or another of the hall's catalogue
 * @param state NORMAL, FROZEN, EXPIRED, CLOSED or REVOKED
 * @param frozen whether its holder froze it
 * @param esId its own number in the signed structure
 * @param formatVersion 4 for GB/T 38540-2020
 * @param pictureSource CONFIRMED, FORMER, SHEET or DRAWN
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SealBody(
    String id,
    String hall,
    String orderNo,
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
    Instant createdAt) {

  static SealBody of(HeldSeal seal) {
    return new SealBody(
        String.valueOf(seal.id()),
        seal.hall(),
        seal.orderNo(),
        seal.certificateSerial(),
        seal.commonName(),
        seal.code(),
        seal.name(),
        seal.state(),
        seal.frozen(),
        seal.esId(),
        seal.formatVersion(),
        seal.widthMm(),
        seal.heightMm(),
        seal.pictureSource(),
        seal.validFrom(),
        seal.validTo(),
        seal.createdAt());
  }
}
