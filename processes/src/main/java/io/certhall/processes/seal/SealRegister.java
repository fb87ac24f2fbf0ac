package io.certhall.processes.seal;

import static io.certhall.db.generated.Tables.SEAL;
import static io.certhall.db.generated.Tables.SEAL_CONTENT;

import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores made seals with the certificate they are bound to. */
@Repository
public class SealRegister {

  /** The holder has not frozen it. */
  static final String NORMAL = "NORMAL";

  private final DSLContext dsl;
  private final PersonalData personalData;

  SealRegister(DSLContext dsl, PersonalData personalData) {
    this.dsl = dsl;
    this.personalData = personalData;
  }

  /**
   * In the transaction that stores or changes the certificates.
   *
   * @param orderNo which asked for them
   * @param seals by serial of the signing certificate
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(String orderNo, Map<String, List<MadeSeal>> seals, Instant now) {
    if (seals.values().stream().allMatch(List::isEmpty)) {
      return;
    }
    var rows =
        dsl.insertInto(
            SEAL,
            SEAL.CERTIFICATE_SERIAL,
            SEAL.CODE,
            SEAL.NAME,
            SEAL.STATE,
            SEAL.CREATED_AT,
            SEAL.ES_ID,
            SEAL.FORMAT_VERSION,
            SEAL.WIDTH_MM,
            SEAL.HEIGHT_MM,
            SEAL.PICTURE_SOURCE,
            SEAL.VALID_FROM,
            SEAL.VALID_TO,
            SEAL.ORDER_NO);
    var contents =
        dsl.insertInto(
            SEAL_CONTENT, SEAL_CONTENT.ES_ID, SEAL_CONTENT.PICTURE_ENC, SEAL_CONTENT.DER_ENC);
    for (var entry : seals.entrySet()) {
      for (MadeSeal seal : entry.getValue()) {
        SealPicture picture = seal.picture();
        rows =
            rows.values(
                Arrays.asList(
                    entry.getKey(),
                    seal.code(),
                    seal.name(),
                    NORMAL,
                    now,
                    seal.esId(),
                    seal.formatVersion(),
                    picture.widthMm(),
                    picture.heightMm(),
                    picture.source().name(),
                    seal.validFrom(),
                    seal.validTo(),
                    orderNo));
        contents =
            contents.values(
                seal.esId(),
                personalData.encryptBytes(Column.SEAL_PICTURE, picture.png()),
                personalData.encryptBytes(Column.SEAL_DER, seal.der()));
      }
    }
    rows.execute();
    contents.execute();
  }
}
