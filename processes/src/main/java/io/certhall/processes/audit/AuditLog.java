package io.certhall.processes.audit;

import static io.certhall.db.generated.Tables.AUDIT_LOG;

import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends audit rows; only ever inside the transaction of the change itself, in one statement. */
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
    Row row =
        new Row(
            Instant.now(clock),
            actor.isSystem() ? null : actor.accountId(),
            actor.name(),
            action,
            entity,
            entityId,
            hall,
            detail);
    Transaction transaction = (Transaction) TransactionSynchronizationManager.getResource(this);
    if (transaction == null) {
      transaction = new Transaction();
      TransactionSynchronizationManager.bindResource(this, transaction);
      TransactionSynchronizationManager.registerSynchronization(transaction);
    }
    transaction.add(row);
  }

  private record Row(
      Instant at,
      @Nullable Long actorId,
      String actorName,
      String action,
      String entity,
      String entityId,
      @Nullable String hall,
      @Nullable String detail) {}

  /** The rows of one transaction: its last statement. When it fails, nothing is committed. */
  private final class Transaction implements TransactionSynchronization {

    private final List<Row> rows = new ArrayList<>();
    private boolean committing;

    void add(Row row) {
      if (committing) {
        insert(List.of(row));
      } else {
        rows.add(row);
      }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      committing = true;
      insert(rows);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(AuditLog.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(AuditLog.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(AuditLog.this);
    }
  }

  private void insert(List<Row> rows) {
    var insert =
        dsl.insertInto(
            AUDIT_LOG,
            AUDIT_LOG.AT,
            AUDIT_LOG.ACTOR_ID,
            AUDIT_LOG.ACTOR_NAME,
            AUDIT_LOG.ACTION,
            AUDIT_LOG.ENTITY,
            AUDIT_LOG.ENTITY_ID,
            AUDIT_LOG.HALL,
            AUDIT_LOG.DETAIL);
    for (Row row : rows) {
      insert =
          insert.values(
              row.at(),
              row.actorId(),
              row.actorName(),
              row.action(),
              row.entity(),
              row.entityId(),
              row.hall(),
              row.detail());
    }
    insert.execute();
  }
}
