package io.certhall.processes.recovery;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.KEY_ESCROW;
import static io.certhall.db.generated.Tables.KEY_RECOVERY;
import static io.certhall.db.generated.Tables.KEY_RECOVERY_DECISION;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The workers' side of key recovery: what is approved, and what became of it. */
@Service
public class RecoveryDelivery {

  private final DSLContext dsl;
  private final AuditLog audit;
  private final Clock clock;

  RecoveryDelivery(DSLContext dsl, AuditLog audit, Clock clock) {
    this.dsl = dsl;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A key to be packed.
   *
   * @param escrow the private key as the hall keeps it
   */
  public record Due(
      long id, String hall, byte[] encryptionDer, byte[] escrow, byte[] recipientDer) {}

  /** Counts the approvals once more: a changed state alone sets no key free. */
  @Transactional(readOnly = true)
  public List<Due> due() {
    Field<Integer> approvals =
        DSL.field(
            DSL.selectCount()
                .from(KEY_RECOVERY_DECISION)
                .where(
                    KEY_RECOVERY_DECISION.RECOVERY_ID.eq(KEY_RECOVERY.ID),
                    KEY_RECOVERY_DECISION.APPROVED.isTrue(),
                    KEY_RECOVERY_DECISION.OFFICER_ID.ne(KEY_RECOVERY.REQUESTED_BY)));
    return dsl.select(
            KEY_RECOVERY.ID,
            KEY_RECOVERY.HALL,
            CERTIFICATE.DER,
            KEY_ESCROW.WRAPPED_KEY,
            KEY_RECOVERY.RECIPIENT_DER)
        .from(KEY_RECOVERY)
        .join(KEY_ESCROW)
        .on(KEY_ESCROW.ENCRYPTION_SERIAL.eq(KEY_RECOVERY.ENCRYPTION_SERIAL))
        .join(CERTIFICATE)
        .on(CERTIFICATE.SERIAL.eq(KEY_RECOVERY.ENCRYPTION_SERIAL))
        .where(
            KEY_RECOVERY.STATE.eq(RecoveryState.APPROVED.name()), KEY_RECOVERY.NEEDED.le(approvals))
        .orderBy(KEY_RECOVERY.ID)
        .fetch(Records.mapping(Due::new));
  }

  /** Once: the first envelope counts. */
  @Transactional
  public void delivered(Due due, byte[] envelope, byte @Nullable [] skfBlob) {
    int changed =
        dsl.update(KEY_RECOVERY)
            .set(KEY_RECOVERY.STATE, RecoveryState.DELIVERED.name())
            .set(KEY_RECOVERY.ENVELOPE, envelope)
            .set(KEY_RECOVERY.SKF_BLOB, skfBlob)
            .set(KEY_RECOVERY.ENDED_AT, clock.instant())
            .where(
                KEY_RECOVERY.ID.eq(due.id()), KEY_RECOVERY.STATE.eq(RecoveryState.APPROVED.name()))
            .execute();
    if (changed == 1) {
      record(due, "delivered", null);
    }
  }

  @Transactional
  public void failed(Due due, String reason) {
    int changed =
        dsl.update(KEY_RECOVERY)
            .set(KEY_RECOVERY.STATE, RecoveryState.FAILED.name())
            .set(KEY_RECOVERY.FAILURE, reason)
            .set(KEY_RECOVERY.ENDED_AT, clock.instant())
            .where(
                KEY_RECOVERY.ID.eq(due.id()), KEY_RECOVERY.STATE.eq(RecoveryState.APPROVED.name()))
            .execute();
    if (changed == 1) {
      record(due, "failed", reason);
    }
  }

  private void record(Due due, String what, @Nullable String detail) {
    audit.record(
        Actor.SYSTEM,
        "key-recovery." + what,
        "key-recovery",
        String.valueOf(due.id()),
        due.hall(),
        detail);
  }
}
