package io.certhall.processes.seal;

import static io.certhall.db.generated.Tables.ATTACHMENT;
import static io.certhall.db.generated.Tables.SEAL;
import static io.certhall.db.generated.Tables.SEAL_CONTENT;
import static io.certhall.db.generated.Tables.STAMP_PICTURE;

import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import io.certhall.processes.seal.SealPicture.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Pictures that are there: confirmed ones of an order, and those of existing seals. */
@Repository
class SealPictures {

  private final DSLContext dsl;
  private final PersonalData personalData;

  SealPictures(DSLContext dsl, PersonalData personalData) {
    this.dsl = dsl;
    this.personalData = personalData;
  }

  /** A seal of an order's item. */
  record OfItem(int itemSeq, String code) {}

  /** A seal on a certificate. */
  record OnCertificate(String serial, String code) {}

  /** Those the applicant agreed to; void once another sheet is attached. */
  Map<OfItem, SealPicture> confirmed(String orderNo) {
    Map<OfItem, SealPicture> pictures = new HashMap<>();
    dsl.select(
            STAMP_PICTURE.ITEM_SEQ,
            STAMP_PICTURE.CODE,
            STAMP_PICTURE.PICTURE_ENC,
            STAMP_PICTURE.WIDTH_MM,
            STAMP_PICTURE.HEIGHT_MM)
        .from(STAMP_PICTURE)
        .join(ATTACHMENT)
        .on(
            ATTACHMENT.ORDER_NO.eq(STAMP_PICTURE.ORDER_NO),
            ATTACHMENT.CODE.eq(STAMP_PICTURE.MATERIAL_CODE),
            ATTACHMENT.SUPERSEDED_BY.eq(0L),
            ATTACHMENT.SHA256.eq(STAMP_PICTURE.SHEET_SHA256))
        .where(STAMP_PICTURE.ORDER_NO.eq(orderNo))
        .forEach(
            row ->
                pictures.put(
                    new OfItem(row.value1(), row.value2()),
                    picture(row.value3(), row.value4(), row.value5(), Source.CONFIRMED)));
    return pictures;
  }

  /** Those of the seals on these certificates; seals without a picture are left out. */
  Map<OnCertificate, SealPicture> former(Collection<String> serials) {
    Map<OnCertificate, SealPicture> pictures = new HashMap<>();
    dsl.select(
            SEAL.CERTIFICATE_SERIAL,
            SEAL.CODE,
            SEAL_CONTENT.PICTURE_ENC,
            SEAL.WIDTH_MM,
            SEAL.HEIGHT_MM)
        .from(SEAL)
        .join(SEAL_CONTENT)
        .on(SEAL_CONTENT.ES_ID.eq(SEAL.ES_ID))
        .where(SEAL.CERTIFICATE_SERIAL.in(serials))
        .forEach(
            row ->
                pictures.put(
                    new OnCertificate(row.value1(), row.value2()),
                    picture(row.value3(), row.value4(), row.value5(), Source.FORMER)));
    return pictures;
  }

  private SealPicture picture(byte[] sealed, int widthMm, int heightMm, Source source) {
    return new SealPicture(
        personalData.decryptBytes(Column.SEAL_PICTURE, sealed), widthMm, heightMm, source);
  }
}
