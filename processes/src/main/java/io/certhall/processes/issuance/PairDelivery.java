package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An issued pair on its way to the key.
 *
 * @param signing DER
 * @param encryption DER
 * @param envelopedKey the encryption key, for the owner of the signing key only
 * @param skfBlob the same for media that take it through SKF; absent for keys other than SM2
 */
public record PairDelivery(
    @Nullable String mediumSerial,
    byte[] signing,
    byte[] encryption,
    byte[] envelopedKey,
    byte @Nullable [] skfBlob) {

  static Optional<PairDelivery> of(DSLContext dsl, String orderNo, int itemSeq) {
    var twin = CERTIFICATE.as("twin");
    return dsl.select(
            CERTIFICATE.MEDIUM_SERIAL,
            CERTIFICATE.DER,
            twin.DER,
            KEY_ESCROW.ENVELOPED_KEY,
            KEY_ESCROW.SKF_BLOB)
        .from(CERTIFICATE)
        .join(twin)
        .on(twin.SERIAL.eq(CERTIFICATE.PAIR_SERIAL))
        .join(KEY_ESCROW)
        .on(KEY_ESCROW.ENCRYPTION_SERIAL.eq(twin.SERIAL))
        .where(
            CERTIFICATE.ORDER_NO.eq(orderNo),
            CERTIFICATE.ITEM_SEQ.eq(itemSeq),
            CERTIFICATE.KEY_USAGE.eq("SIGNING"))
        .fetchOptional(
            row ->
                new PairDelivery(
                    row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }
}
