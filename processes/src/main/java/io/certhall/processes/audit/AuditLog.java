package io.certhall.processes.audit;

import static io.certhall.db.generated.Tables.AUDIT_LOG;

import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends audit rows; only ever inside the transaction of the change itself. */
@Component
public class AuditLog {

  private final DSLContext dsl;
  private final Clock clock;

  AuditLog(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /**
   * @param action verb in the past, e.g. {@code order.submitted}
   * @param detail what changed, without personal data in clear
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      Actor actor,
      String action,
      String entity,
      String entityId,
      @Nullable String hall,
      @Nullable String detail) {
    dsl.insertInto(
            AUDIT_LOG,
            AUDIT_LOG.AT,
            AUDIT_LOG.ACTOR_ID,
            AUDIT_LOG.ACTOR_NAME,
            AUDIT_LOG.ACTION,
            AUDIT_LOG.ENTITY,
            AUDIT_LOG.ENTITY_ID,
            AUDIT_LOG.HALL,
            AUDIT_LOG.DETAIL)
        .values(
            Instant.now(clock),
            actor.isSystem() ? null : actor.accountId(),
            actor.name(),
            action,
            entity,
            entityId,
            hall,
            detail)
        .execute();
  }
}
