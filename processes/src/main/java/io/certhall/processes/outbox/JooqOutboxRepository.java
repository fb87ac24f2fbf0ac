package io.certhall.processes.outbox;

import static io.certhall.db.generated.Tables.OUTBOX;

import io.certhall.db.generated.tables.records.OutboxRecord;
import io.certhall.processes.configuration.NewRecords;
import io.certhall.processes.engine.EngineCommand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox table. */
@Repository
class JooqOutboxRepository {

  private final DSLContext dsl;
  private final Clock clock;
  private final EngineCommandCodec codec;
  private final NewRecords newRecords;

  JooqOutboxRepository(
      DSLContext dsl, Clock clock, EngineCommandCodec codec, NewRecords newRecords) {
    this.dsl = dsl;
    this.newRecords = newRecords;
    this.clock = clock;
    this.codec = codec;
  }

  /** The writer's own process sends it first; others may after the lease. */
  @Transactional(propagation = Propagation.MANDATORY)
  public OutboxEntry insert(EngineCommand command, Duration lease) {
    Instant now = clock.instant();
    OutboxRecord row = newRecords.of(OUTBOX);
    row.setKind(codec.kind(command))
        .setBusinessKey(command.businessKey())
        .setPayload(codec.payload(command))
        .setNextAttemptAt(now.plus(lease))
        .setCreatedAt(now)
        .insert();
    return new OutboxEntry(row.getId(), command, 0);
  }

  /** A cheap look, without locks. */
  public boolean isAnyDue() {
    return dsl.fetchExists(OUTBOX, due(clock.instant()));
  }

  private static Condition due(Instant now) {
    return OUTBOX.PARKED.isFalse().and(OUTBOX.NEXT_ATTEMPT_AT.le(now));
  }

  /** Takes due commands that no other process is taking, and leases them. */
  @Transactional
  public List<OutboxEntry> takeDue(int limit, Duration lease) {
    Instant now = clock.instant();
    List<OutboxEntry> due =
        dsl.select(OUTBOX.ID, OUTBOX.KIND, OUTBOX.PAYLOAD, OUTBOX.ATTEMPTS)
            .from(OUTBOX)
            .where(due(now))
            .orderBy(OUTBOX.NEXT_ATTEMPT_AT, OUTBOX.ID)
            .limit(limit)
            .forUpdate()
            .skipLocked()
            .fetch(
                row ->
                    new OutboxEntry(
                        row.value1(), codec.command(row.value2(), row.value3()), row.value4()));
    if (!due.isEmpty()) {
      dsl.update(OUTBOX)
          .set(OUTBOX.NEXT_ATTEMPT_AT, now.plus(lease))
          .where(OUTBOX.ID.in(due.stream().map(OutboxEntry::id).toList()))
          .execute();
    }
    return due;
  }

  public void delete(Collection<Long> ids) {
    dsl.deleteFrom(OUTBOX).where(OUTBOX.ID.in(ids)).execute();
  }

  public void postpone(long id, int attempts, Duration delay, String error) {
    dsl.update(OUTBOX)
        .set(OUTBOX.ATTEMPTS, attempts)
        .set(OUTBOX.NEXT_ATTEMPT_AT, clock.instant().plus(delay))
        .set(OUTBOX.LAST_ERROR, shorten(error))
        .where(OUTBOX.ID.eq(id))
        .execute();
  }

  /** Leaves the command for a person to look at. */
  public void park(long id, int attempts, String error) {
    dsl.update(OUTBOX)
        .set(OUTBOX.ATTEMPTS, attempts)
        .set(OUTBOX.PARKED, true)
        .set(OUTBOX.LAST_ERROR, shorten(error))
        .where(OUTBOX.ID.eq(id))
        .execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public int release(String businessKey) {
    return dsl.update(OUTBOX)
        .set(OUTBOX.PARKED, false)
        .set(OUTBOX.ATTEMPTS, 0)
        .set(OUTBOX.NEXT_ATTEMPT_AT, clock.instant())
        .where(OUTBOX.BUSINESS_KEY.eq(businessKey), OUTBOX.PARKED.isTrue())
        .execute();
  }

  private static String shorten(String text) {
    return text.length() <= 1000 ? text : text.substring(0, 1000);
  }
}
