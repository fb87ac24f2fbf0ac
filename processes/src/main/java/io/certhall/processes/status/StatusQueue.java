package io.certhall.processes.status;

import static io.certhall.db.generated.Tables.CERTIFICATE_STATUS;
import static io.certhall.db.generated.Tables.OCSP_ISSUER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers that have to be signed, oldest first, and their storing. Nothing is locked while one is
 * signed: an answer is kept only when the status is still the one it tells.
 */
@Component
public class StatusQueue {

  private final DSLContext dsl;
  private final DSLContext inline;
  private final Clock clock;

  StatusQueue(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.inline =
        DSL.using(
            dsl.configuration()
                .deriveSettings(
                    settings -> settings.withStatementType(StatementType.STATIC_STATEMENT)));
    this.clock = clock;
  }

  /**
   * A status to be told.
   *
   * @param revocation null: good
   * @param version of the status; {@link #store} compares it
   */
  public record Due(
      String serial, String ca, @Nullable Revocation revocation, Instant notAfter, int version) {}

  /** A signed answer. */
  public record Signed(Due due, byte[] answer, Instant thisUpdate, Instant nextUpdate) {}

  /** Of these authorities only: a process that has not opened a CA leaves its answers alone. */
  public List<Due> due(Collection<String> authorities, int limit) {
    return dsl.select(
            CERTIFICATE_STATUS.SERIAL,
            CERTIFICATE_STATUS.CA,
            CERTIFICATE_STATUS.REASON,
            CERTIFICATE_STATUS.REVOKED_AT,
            CERTIFICATE_STATUS.NOT_AFTER,
            CERTIFICATE_STATUS.VERSION)
        .from(CERTIFICATE_STATUS)
        .where(CERTIFICATE_STATUS.DUE_AT.le(clock.instant()), CERTIFICATE_STATUS.CA.in(authorities))
        .orderBy(CERTIFICATE_STATUS.DUE_AT)
        .limit(limit)
        .fetch(
            row ->
                new Due(
                    row.value1(),
                    row.value2(),
                    revocation(row.value3(), row.value4()),
                    row.value5(),
                    row.value6()));
  }

  /**
   * Keeps the answers and says when each is due again; after the certificate's end never. One
   * statement for all; its text differs from batch to batch, so nothing is prepared.
   *
   * @param ahead how long before its end an answer is replaced
   */
  @Transactional
  public void store(List<Signed> answers, Duration ahead) {
    if (answers.isEmpty()) {
      return;
    }
    inline
        .update(CERTIFICATE_STATUS)
        .set(CERTIFICATE_STATUS.ANSWER, each(answers, CERTIFICATE_STATUS.ANSWER, Signed::answer))
        .set(
            CERTIFICATE_STATUS.THIS_UPDATE,
            each(answers, CERTIFICATE_STATUS.THIS_UPDATE, Signed::thisUpdate))
        .set(
            CERTIFICATE_STATUS.NEXT_UPDATE,
            each(answers, CERTIFICATE_STATUS.NEXT_UPDATE, Signed::nextUpdate))
        .set(
            CERTIFICATE_STATUS.DUE_AT,
            each(answers, CERTIFICATE_STATUS.DUE_AT, one -> dueAgain(one, ahead)))
        .where(
            CERTIFICATE_STATUS.SERIAL.in(
                answers.stream().map(one -> one.due().serial()).sorted().toList()),
            CERTIFICATE_STATUS.VERSION.eq(
                each(answers, CERTIFICATE_STATUS.VERSION, one -> one.due().version())))
        .execute();
  }

  private static @Nullable Instant dueAgain(Signed one, Duration ahead) {
    Instant again = one.nextUpdate().minus(ahead);
    return again.isBefore(one.due().notAfter()) ? again : null;
  }

  /** Each certificate's own value. */
  private static <T> Field<T> each(
      List<Signed> answers, Field<T> column, Function<Signed, @Nullable T> value) {
    Map<Field<String>, Field<T>> values = new LinkedHashMap<>();
    for (Signed one : answers) {
      values.put(
          DSL.val(one.due().serial(), CERTIFICATE_STATUS.SERIAL),
          DSL.val(value.apply(one), column));
    }
    return DSL.choose(CERTIFICATE_STATUS.SERIAL).mapFields(values);
  }

  /**
   * How requests name an authority.
   *
   * @param nameHash hexadecimal, of its name; keyHash of its public key
   */
  @Transactional
  public void publishIssuer(String ca, String nameHash, String keyHash) {
    dsl.insertInto(OCSP_ISSUER)
        .set(OCSP_ISSUER.NAME_HASH, nameHash)
        .set(OCSP_ISSUER.KEY_HASH, keyHash)
        .set(OCSP_ISSUER.CA, ca)
        .onDuplicateKeyUpdate()
        .set(OCSP_ISSUER.CA, ca)
        .execute();
  }

  static @Nullable Revocation revocation(@Nullable Integer reason, @Nullable Instant at) {
    return reason == null || at == null ? null : new Revocation(at, RevocationReason.of(reason));
  }
}
