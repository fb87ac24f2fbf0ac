package io.certhall.processes.status;

import static io.certhall.db.generated.Tables.CERTIFICATE_STATUS;
import static io.certhall.db.generated.Tables.CRL_CHANGE;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes, in the transaction of the change itself, what has to be told: so no change is ever lost on
 * its way to OCSP and to the revocation list.
 */
@Component
public class StatusLedger {

  private static final String GOOD = "GOOD";
  private static final String HELD = "HELD";
  private static final String REVOKED = "REVOKED";

  /** Changes go before all that is signed anew for its age only. */
  private static final Instant FIRST = Instant.EPOCH;

  private final DSLContext dsl;
  private final Clock clock;

  StatusLedger(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /**
   * One certificate.
   *
   * @param ca the name its CA is published under
   */
  public record Subject(String serial, String ca, Instant notAfter) {}

  /** New certificates are good; their first answers are signed at once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void issued(Collection<Subject> certificates) {
    Instant now = clock.instant();
    var insert =
        dsl.insertInto(
            CERTIFICATE_STATUS,
            CERTIFICATE_STATUS.SERIAL,
            CERTIFICATE_STATUS.CA,
            CERTIFICATE_STATUS.SHARD,
            CERTIFICATE_STATUS.STATUS,
            CERTIFICATE_STATUS.NOT_AFTER,
            CERTIFICATE_STATUS.DUE_AT);
    for (Subject one : certificates) {
      insert =
          insert.values(
              one.serial(), one.ca(), StatusShard.of(one.serial()), GOOD, one.notAfter(), now);
    }
    insert.execute();
  }

  /**
   * A changed status.
   *
   * @param revocation null: good, or good again
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(List<Subject> certificates, @Nullable Revocation revocation) {
    Instant now = clock.instant();
    String status = status(revocation);
    Integer reason = revocation == null ? null : revocation.reason().code();
    Instant since = revocation == null ? null : revocation.at();
    for (Subject one : certificates) {
      int shard = StatusShard.of(one.serial());
      dsl.insertInto(CERTIFICATE_STATUS)
          .set(CERTIFICATE_STATUS.SERIAL, one.serial())
          .set(CERTIFICATE_STATUS.CA, one.ca())
          .set(CERTIFICATE_STATUS.SHARD, shard)
          .set(CERTIFICATE_STATUS.STATUS, status)
          .set(CERTIFICATE_STATUS.REASON, reason)
          .set(CERTIFICATE_STATUS.REVOKED_AT, since)
          .set(CERTIFICATE_STATUS.NOT_AFTER, one.notAfter())
          .set(CERTIFICATE_STATUS.DUE_AT, FIRST)
          .onDuplicateKeyUpdate()
          .set(CERTIFICATE_STATUS.STATUS, status)
          .set(CERTIFICATE_STATUS.REASON, reason)
          .set(CERTIFICATE_STATUS.REVOKED_AT, since)
          .set(CERTIFICATE_STATUS.DUE_AT, FIRST)
          .set(CERTIFICATE_STATUS.VERSION, CERTIFICATE_STATUS.VERSION.plus(1))
          .execute();
      dsl.insertInto(CRL_CHANGE)
          .set(CRL_CHANGE.CA, one.ca())
          .set(CRL_CHANGE.SHARD, shard)
          .set(CRL_CHANGE.AT, now)
          .execute();
    }
  }

  private static String status(@Nullable Revocation revocation) {
    if (revocation == null) {
      return GOOD;
    }
    return revocation.reason() == RevocationReason.CERTIFICATE_HOLD ? HELD : REVOKED;
  }
}
