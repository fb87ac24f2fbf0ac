package io.certhall.processes.identity;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.IDENTITY_ATTEMPT;
import static io.certhall.db.generated.Tables.IDENTITY_CHECK;
import static io.certhall.db.generated.Tables.IDENTITY_CONSENT;
import static io.certhall.db.generated.Tables.IDENTITY_PHOTO;

import io.certhall.processes.attachment.StoredFile;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of the identity check; pictures are encrypted. */
@Repository
class IdentityCheckRepository {

  private static final List<String> ENDED =
      Arrays.stream(OrderState.values()).filter(OrderState::isEnded).map(Enum::name).toList();

  private final DSLContext dsl;
  private final PersonalData personalData;

  IdentityCheckRepository(DSLContext dsl, PersonalData personalData) {
    this.dsl = dsl;
    this.personalData = personalData;
  }

  /** How often it failed, and what follows. */
  record Standing(int failures, @Nullable Instant pausedUntil, @Nullable Instant passedAt) {

    static final Standing NEW = new Standing(0, null, null);
  }

  Standing standing(String orderNo) {
    return dsl.select(
            IDENTITY_CHECK.FAILURES, IDENTITY_CHECK.PAUSED_UNTIL, IDENTITY_CHECK.PASSED_AT)
        .from(IDENTITY_CHECK)
        .where(IDENTITY_CHECK.ORDER_NO.eq(orderNo))
        .fetchOptional(row -> new Standing(row.value1(), row.value2(), row.value3()))
        .orElse(Standing.NEW);
  }

  /** The end of the longest pause of this order, or of this person's number in any order. */
  Optional<Instant> pausedUntil(String orderNo, byte[] subjectHash, Instant now) {
    return Optional.ofNullable(
        dsl.select(DSL.max(IDENTITY_CHECK.PAUSED_UNTIL))
            .from(IDENTITY_CHECK)
            .where(
                IDENTITY_CHECK.PAUSED_UNTIL.gt(now),
                IDENTITY_CHECK.ORDER_NO.eq(orderNo).or(IDENTITY_CHECK.SUBJECT_HASH.eq(subjectHash)))
            .fetchOne(row -> row.value1()));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void save(String orderNo, byte[] subjectHash, Standing standing) {
    dsl.insertInto(IDENTITY_CHECK)
        .set(IDENTITY_CHECK.ORDER_NO, orderNo)
        .set(IDENTITY_CHECK.SUBJECT_HASH, subjectHash)
        .set(IDENTITY_CHECK.FAILURES, standing.failures())
        .set(IDENTITY_CHECK.PAUSED_UNTIL, standing.pausedUntil())
        .set(IDENTITY_CHECK.PASSED_AT, standing.passedAt())
        .onDuplicateKeyUpdate()
        .set(IDENTITY_CHECK.SUBJECT_HASH, subjectHash)
        .set(IDENTITY_CHECK.FAILURES, standing.failures())
        .set(IDENTITY_CHECK.PAUSED_UNTIL, standing.pausedUntil())
        .set(IDENTITY_CHECK.PASSED_AT, standing.passedAt())
        .execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void attempt(String orderNo, Instant at, String outcome, @Nullable String providerId) {
    dsl.insertInto(IDENTITY_ATTEMPT)
        .set(IDENTITY_ATTEMPT.ORDER_NO, orderNo)
        .set(IDENTITY_ATTEMPT.AT, at)
        .set(IDENTITY_ATTEMPT.OUTCOME, outcome)
        .set(IDENTITY_ATTEMPT.PROVIDER_ID, providerId)
        .execute();
  }

  /** When each text in force was agreed to. */
  Map<String, Instant> consents(String orderNo) {
    return dsl.select(IDENTITY_CONSENT.CODE, IDENTITY_CONSENT.VERSION, IDENTITY_CONSENT.ACCEPTED_AT)
        .from(IDENTITY_CONSENT)
        .where(IDENTITY_CONSENT.ORDER_NO.eq(orderNo))
        .fetchMap(row -> row.value1() + ":" + row.value2(), row -> row.value3());
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void consent(
      String orderNo, IdentityConsent consent, String text, boolean phone, Instant at) {
    dsl.insertInto(IDENTITY_CONSENT)
        .set(IDENTITY_CONSENT.ORDER_NO, orderNo)
        .set(IDENTITY_CONSENT.CODE, consent.name())
        .set(IDENTITY_CONSENT.VERSION, consent.version())
        .set(IDENTITY_CONSENT.TEXT, text)
        .set(IDENTITY_CONSENT.CHANNEL, phone ? "PHONE" : "ACCOUNT")
        .set(IDENTITY_CONSENT.ACCEPTED_AT, at)
        .onDuplicateKeyIgnore()
        .execute();
  }

  Set<IdentitySide> photos(String orderNo) {
    return dsl.select(IDENTITY_PHOTO.SIDE)
        .from(IDENTITY_PHOTO)
        .where(IDENTITY_PHOTO.ORDER_NO.eq(orderNo))
        .fetchSet(row -> IdentitySide.valueOf(row.value1()));
  }

  /** Whether the other side is the same picture. */
  boolean isOtherSide(String orderNo, IdentitySide side, StoredFile picture) {
    return dsl.fetchExists(
        IDENTITY_PHOTO,
        IDENTITY_PHOTO.ORDER_NO.eq(orderNo),
        IDENTITY_PHOTO.SIDE.ne(side.name()),
        IDENTITY_PHOTO.SHA256.eq(sha256(picture.content())));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void photo(String orderNo, IdentitySide side, StoredFile picture, Instant at) {
    dsl.deleteFrom(IDENTITY_PHOTO)
        .where(IDENTITY_PHOTO.ORDER_NO.eq(orderNo), IDENTITY_PHOTO.SIDE.eq(side.name()))
        .execute();
    dsl.insertInto(IDENTITY_PHOTO)
        .set(IDENTITY_PHOTO.ORDER_NO, orderNo)
        .set(IDENTITY_PHOTO.SIDE, side.name())
        .set(IDENTITY_PHOTO.FORMAT, picture.format())
        .set(IDENTITY_PHOTO.SIZE_BYTES, (long) picture.content().length)
        .set(IDENTITY_PHOTO.SHA256, sha256(picture.content()))
        .set(IDENTITY_PHOTO.UPLOADED_AT, at)
        .set(
            IDENTITY_PHOTO.CONTENT_ENC,
            personalData.encryptBytes(Column.IDENTITY_PHOTO, picture.content()))
        .execute();
  }

  Optional<StoredFile> open(String orderNo, IdentitySide side) {
    return dsl.select(IDENTITY_PHOTO.FORMAT, IDENTITY_PHOTO.CONTENT_ENC)
        .from(IDENTITY_PHOTO)
        .where(IDENTITY_PHOTO.ORDER_NO.eq(orderNo), IDENTITY_PHOTO.SIDE.eq(side.name()))
        .fetchOptional(
            row ->
                new StoredFile(
                    side.name() + "." + row.value1(),
                    row.value1(),
                    personalData.decryptBytes(Column.IDENTITY_PHOTO, row.value2())));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public int deletePhotos(String orderNo) {
    return dsl.deleteFrom(IDENTITY_PHOTO).where(IDENTITY_PHOTO.ORDER_NO.eq(orderNo)).execute();
  }

  /** Orders that still have pictures though nobody will look at them again. */
  List<String> withNeedlessPhotos(int limit) {
    return dsl.selectDistinct(IDENTITY_PHOTO.ORDER_NO)
        .from(IDENTITY_PHOTO)
        .join(CERTIFICATE_ORDER)
        .on(CERTIFICATE_ORDER.ORDER_NO.eq(IDENTITY_PHOTO.ORDER_NO))
        .where(
            CERTIFICATE_ORDER
                .STATE
                .in(ENDED)
                .or(CERTIFICATE_ORDER.REVIEW_STATUS.eq(ReviewStatus.APPROVED.name())))
        .limit(limit)
        .fetch(IDENTITY_PHOTO.ORDER_NO);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
