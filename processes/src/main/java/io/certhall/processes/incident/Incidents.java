package io.certhall.processes.incident;

import static io.certhall.db.generated.Tables.INCIDENT;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.outbox.Outbox;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Jobs that were given up. The job stays with us in the engine; retrying hands it out again (the
 * gRPC gateway tells no incident keys, so the hall owns the retry through the job's key).
 */
@Service
public class Incidents {

  private final DSLContext dsl;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  Incidents(DSLContext dsl, Outbox outbox, AuditLog audit, Clock clock) {
    this.dsl = dsl;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  public record Incident(
      long id,
      long jobKey,
      @Nullable String orderNo,
      String elementId,
      String jobType,
      String message,
      String state,
      Instant createdAt,
      @Nullable Instant resolvedAt,
      @Nullable String resolvedBy) {}

  /** Opens an incident, or opens it again when the retry failed too. */
  @Transactional
  public void open(EngineJob job, String message) {
    String text = message.length() <= 2000 ? message : message.substring(0, 2000);
    dsl.insertInto(INCIDENT)
        .set(INCIDENT.JOB_KEY, job.key())
        .set(INCIDENT.ORDER_NO, job.orderNo())
        .set(INCIDENT.PROCESS_INSTANCE_KEY, job.processInstanceKey())
        .set(INCIDENT.ELEMENT_ID, job.elementId())
        .set(INCIDENT.JOB_TYPE, job.type())
        .set(INCIDENT.MESSAGE, text)
        .set(INCIDENT.STATE, "OPEN")
        .set(INCIDENT.CREATED_AT, clock.instant())
        .onDuplicateKeyUpdate()
        .set(INCIDENT.MESSAGE, text)
        .set(INCIDENT.STATE, "OPEN")
        .execute();
    audit.record(Actor.SYSTEM, "incident.opened", "order", job.orderNo(), null, job.elementId());
  }

  public List<Incident> list(Actor actor, boolean openOnly, int limit) {
    actor.require(Role.ADMIN, Role.MANAGER, Role.AUDITOR);
    return dsl.select(
            INCIDENT.ID,
            INCIDENT.JOB_KEY,
            INCIDENT.ORDER_NO,
            INCIDENT.ELEMENT_ID,
            INCIDENT.JOB_TYPE,
            INCIDENT.MESSAGE,
            INCIDENT.STATE,
            INCIDENT.CREATED_AT,
            INCIDENT.RESOLVED_AT,
            INCIDENT.RESOLVED_BY)
        .from(INCIDENT)
        .where(openOnly ? INCIDENT.STATE.eq("OPEN") : INCIDENT.STATE.isNotNull())
        .orderBy(INCIDENT.ID.desc())
        .limit(limit)
        .fetch(Records.mapping(Incident::new));
  }

  /** The cause is mended: the work is tried again. */
  @Transactional
  public void retry(Actor actor, long id) {
    actor.require(Role.ADMIN, Role.MANAGER);
    var row =
        dsl.select(INCIDENT.JOB_KEY, INCIDENT.ORDER_NO)
            .from(INCIDENT)
            .where(INCIDENT.ID.eq(id), INCIDENT.STATE.eq("OPEN"))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> Refusal.notFound("INCIDENT_UNKNOWN", id));
    dsl.update(INCIDENT)
        .set(INCIDENT.STATE, "RETRIED")
        .set(INCIDENT.RESOLVED_AT, clock.instant())
        .set(INCIDENT.RESOLVED_BY, actor.name())
        .where(INCIDENT.ID.eq(id))
        .execute();
    outbox.promise(new EngineCommand.RetryJob(row.value2(), row.value1()));
    audit.record(actor, "incident.retried", "order", row.value2(), null, "incident " + id);
  }
}
