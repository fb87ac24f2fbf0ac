package io.certhall.processes.attachment;

import static io.certhall.db.generated.Tables.ATTACHMENT;
import static io.certhall.db.generated.Tables.ATTACHMENT_CONTENT;

import io.certhall.db.generated.tables.records.AttachmentRecord;
import io.certhall.processes.configuration.NewRecords;
import io.certhall.processes.order.Order;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files with their encrypted content. The caller holds the order's row when it writes. */
@Repository
class AttachmentRepository {

  /** Marks the one file per order and code that counts. */
  private static final long IN_FORCE = 0;

  private final DSLContext dsl;
  private final NewRecords newRecords;
  private final PersonalData personalData;
  private final Clock clock;

  AttachmentRepository(
      DSLContext dsl, NewRecords newRecords, PersonalData personalData, Clock clock) {
    this.dsl = dsl;
    this.newRecords = newRecords;
    this.personalData = personalData;
    this.clock = clock;
  }

  List<AttachmentView> list(String orderNo) {
    return select(ATTACHMENT.ORDER_NO.eq(orderNo));
  }

  Optional<AttachmentView> find(String orderNo, String code) {
    return select(ATTACHMENT.ORDER_NO.eq(orderNo).and(ATTACHMENT.CODE.eq(code))).stream()
        .findFirst();
  }

  byte[] content(String orderNo, String code) {
    byte[] sealed =
        dsl.select(ATTACHMENT_CONTENT.CONTENT_ENC)
            .from(ATTACHMENT_CONTENT)
            .join(ATTACHMENT)
            .on(ATTACHMENT.ID.eq(ATTACHMENT_CONTENT.ATTACHMENT_ID))
            .where(
                ATTACHMENT.ORDER_NO.eq(orderNo),
                ATTACHMENT.CODE.eq(code),
                ATTACHMENT.SUPERSEDED_BY.eq(IN_FORCE))
            .fetchSingle(ATTACHMENT_CONTENT.CONTENT_ENC);
    return personalData.decryptBytes(Column.ATTACHMENT, sealed);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public AttachmentView replace(Order order, NewFile file, long accountId) {
    Optional<Long> former = setAside(order.orderNo(), file.code());
    byte[] sha256 = sha256(file.content());
    Instant now = clock.instant();
    AttachmentRecord row = newRecords.of(ATTACHMENT);
    row.setOrderNo(order.orderNo())
        .setCode(file.code())
        .setSupersededBy(IN_FORCE)
        .setFileName(file.fileName())
        .setFormat(file.kind().extension())
        .setSizeBytes((long) file.content().length)
        .setSha256(sha256)
        .setRound(order.round())
        .setUploadedAt(now)
        .setUploadedBy(accountId);
    row.insert();
    former.ifPresent(id -> supersede(id, row.getId()));
    dsl.insertInto(
            ATTACHMENT_CONTENT, ATTACHMENT_CONTENT.ATTACHMENT_ID, ATTACHMENT_CONTENT.CONTENT_ENC)
        .values(row.getId(), personalData.encryptBytes(Column.ATTACHMENT, file.content()))
        .execute();
    return new AttachmentView(
        file.code(),
        file.fileName(),
        file.kind().extension(),
        file.content().length,
        HexFormat.of().formatHex(sha256),
        now);
  }

  /** A file nobody but the owner has seen is erased; one that was submitted stays, superseded. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Order order, String code) {
    setAside(order.orderNo(), code)
        .ifPresent(
            id -> {
              int erased =
                  dsl.deleteFrom(ATTACHMENT_CONTENT)
                      .where(
                          ATTACHMENT_CONTENT.ATTACHMENT_ID.in(
                              dsl.select(ATTACHMENT.ID)
                                  .from(ATTACHMENT)
                                  .where(ATTACHMENT.ID.eq(id), ATTACHMENT.ROUND.eq(order.round()))))
                      .execute();
              if (erased > 0) {
                dsl.deleteFrom(ATTACHMENT).where(ATTACHMENT.ID.eq(id)).execute();
              }
            });
  }

  /** Out of force; its own number below zero, until its successor has one, is taken by no other. */
  private Optional<Long> setAside(String orderNo, String code) {
    Optional<Long> inForce =
        dsl.select(ATTACHMENT.ID)
            .from(ATTACHMENT)
            .where(
                ATTACHMENT.ORDER_NO.eq(orderNo),
                ATTACHMENT.CODE.eq(code),
                ATTACHMENT.SUPERSEDED_BY.eq(IN_FORCE))
            .fetchOptional(ATTACHMENT.ID);
    inForce.ifPresent(id -> supersede(id, -id));
    return inForce;
  }

  private void supersede(long id, long by) {
    dsl.update(ATTACHMENT).set(ATTACHMENT.SUPERSEDED_BY, by).where(ATTACHMENT.ID.eq(id)).execute();
  }

  private List<AttachmentView> select(Condition which) {
    return dsl.select(
            ATTACHMENT.CODE,
            ATTACHMENT.FILE_NAME,
            ATTACHMENT.FORMAT,
            ATTACHMENT.SIZE_BYTES,
            ATTACHMENT.SHA256,
            ATTACHMENT.UPLOADED_AT)
        .from(ATTACHMENT)
        .where(which, ATTACHMENT.SUPERSEDED_BY.eq(IN_FORCE))
        .orderBy(ATTACHMENT.CODE)
        .fetch(
            row ->
                new AttachmentView(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    HexFormat.of().formatHex(row.value5()),
                    row.value6()));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
