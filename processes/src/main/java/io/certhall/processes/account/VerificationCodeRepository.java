package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.VERIFICATION_CODE;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of codes; needs an open transaction. */
@Component
class VerificationCodeRepository {

  private final DSLContext dsl;

  VerificationCodeRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void add(
      VerificationPurpose purpose, byte[] phoneHash, byte[] codeHash, Instant now, Instant until) {
    dsl.insertInto(
            VERIFICATION_CODE,
            VERIFICATION_CODE.PURPOSE,
            VERIFICATION_CODE.PHONE_HASH,
            VERIFICATION_CODE.CODE_HASH,
            VERIFICATION_CODE.CREATED_AT,
            VERIFICATION_CODE.EXPIRES_AT)
        .values(purpose.name(), phoneHash, codeHash, now, until)
        .execute();
  }

  /** The newest code, locked; older ones no longer count. */
  Optional<StoredCode> lockNewest(VerificationPurpose purpose, byte[] phoneHash) {
    return dsl.select(
            VERIFICATION_CODE.ID,
            VERIFICATION_CODE.CODE_HASH,
            VERIFICATION_CODE.ATTEMPTS,
            VERIFICATION_CODE.EXPIRES_AT,
            VERIFICATION_CODE.USED_AT)
        .from(VERIFICATION_CODE)
        .where(VERIFICATION_CODE.PHONE_HASH.eq(phoneHash))
        .and(VERIFICATION_CODE.PURPOSE.eq(purpose.name()))
        .orderBy(VERIFICATION_CODE.ID.desc())
        .limit(1)
        .forUpdate()
        .fetchOptional(Records.mapping(StoredCode::new));
  }

  void countAttempt(long id) {
    dsl.update(VERIFICATION_CODE)
        .set(VERIFICATION_CODE.ATTEMPTS, VERIFICATION_CODE.ATTEMPTS.plus(1))
        .where(VERIFICATION_CODE.ID.eq(id))
        .execute();
  }

  void markUsed(long id, Instant now) {
    dsl.update(VERIFICATION_CODE)
        .set(VERIFICATION_CODE.USED_AT, now)
        .where(VERIFICATION_CODE.ID.eq(id))
        .execute();
  }

  record StoredCode(
      long id, byte[] codeHash, int attempts, Instant expiresAt, @Nullable Instant usedAt) {}
}
