package io.certhall.processes.recovery;

import static io.certhall.db.generated.Tables.KEY_RECOVERY;
import static io.certhall.db.generated.Tables.KEY_RECOVERY_DECISION;

import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of recoveries. */
@Repository
class KeyRecoveryRepository {

  private final DSLContext dsl;
  private final Clock clock;

  KeyRecoveryRepository(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** Everything a new recovery consists of. */
  record Fresh(
      RecoveryKind kind,
      EscrowedKey key,
      String reason,
      @Nullable String authority,
      @Nullable String caseNo,
      Recipient recipient,
      int needed,
      Instant expiresAt) {}

  @Transactional(propagation = Propagation.MANDATORY)
  long insert(Actor actor, Fresh fresh) {
    dsl.insertInto(KEY_RECOVERY)
        .set(KEY_RECOVERY.HALL, fresh.key().hall())
        .set(KEY_RECOVERY.KIND, fresh.kind().name())
        .set(KEY_RECOVERY.STATE, RecoveryState.OPEN.name())
        .set(KEY_RECOVERY.ENCRYPTION_SERIAL, fresh.key().encryptionSerial())
        .set(KEY_RECOVERY.COMMON_NAME, fresh.key().commonName())
        .set(KEY_RECOVERY.REASON, fresh.reason())
        .set(KEY_RECOVERY.AUTHORITY, fresh.authority())
        .set(KEY_RECOVERY.CASE_NO, fresh.caseNo())
        .set(KEY_RECOVERY.RECIPIENT_SERIAL, fresh.recipient().serial())
        .set(KEY_RECOVERY.RECIPIENT_SUBJECT, fresh.recipient().subject())
        .set(KEY_RECOVERY.RECIPIENT_DER, fresh.recipient().der())
        .set(KEY_RECOVERY.NEEDED, fresh.needed())
        .set(KEY_RECOVERY.REQUESTED_BY, actor.accountId())
        .set(KEY_RECOVERY.REQUESTED_NAME, actor.name())
        .set(KEY_RECOVERY.REQUESTED_AT, clock.instant())
        .set(KEY_RECOVERY.EXPIRES_AT, fresh.expiresAt())
        .execute();
    return dsl.lastID().longValueExact();
  }

  /** Two officers deciding at once come one after the other. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<KeyRecovery> locked(long id) {
    dsl.select(KEY_RECOVERY.ID)
        .from(KEY_RECOVERY)
        .where(KEY_RECOVERY.ID.eq(id))
        .forUpdate()
        .fetchOptional();
    return find(id);
  }

  Optional<KeyRecovery> find(long id) {
    return select(KEY_RECOVERY.ID.eq(id), 1).stream().findFirst();
  }

  /** Newest first. */
  List<KeyRecovery> newest(int limit) {
    return select(DSL.noCondition(), limit);
  }

  int open() {
    return dsl.fetchCount(
        KEY_RECOVERY,
        KEY_RECOVERY
            .STATE
            .eq(RecoveryState.OPEN.name())
            .and(KEY_RECOVERY.EXPIRES_AT.gt(clock.instant())));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void decide(long id, Actor officer, boolean approved, @Nullable String note) {
    dsl.insertInto(KEY_RECOVERY_DECISION)
        .set(KEY_RECOVERY_DECISION.RECOVERY_ID, id)
        .set(KEY_RECOVERY_DECISION.OFFICER_ID, officer.accountId())
        .set(KEY_RECOVERY_DECISION.OFFICER_NAME, officer.name())
        .set(KEY_RECOVERY_DECISION.APPROVED, approved)
        .set(KEY_RECOVERY_DECISION.NOTE, note)
        .set(KEY_RECOVERY_DECISION.AT, clock.instant())
        .execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void put(long id, RecoveryState state) {
    dsl.update(KEY_RECOVERY)
        .set(KEY_RECOVERY.STATE, state.name())
        .set(KEY_RECOVERY.ENDED_AT, state == RecoveryState.APPROVED ? null : clock.instant())
        .where(KEY_RECOVERY.ID.eq(id))
        .execute();
  }

  private List<KeyRecovery> select(Condition which, int limit) {
    List<KeyRecovery> found =
        dsl.select(
                KEY_RECOVERY.ID,
                KEY_RECOVERY.HALL,
                KEY_RECOVERY.KIND,
                KEY_RECOVERY.STATE,
                KEY_RECOVERY.ENCRYPTION_SERIAL,
                KEY_RECOVERY.COMMON_NAME,
                KEY_RECOVERY.REASON,
                KEY_RECOVERY.AUTHORITY,
                KEY_RECOVERY.CASE_NO,
                KEY_RECOVERY.RECIPIENT_SUBJECT,
                KEY_RECOVERY.NEEDED,
                KEY_RECOVERY.REQUESTED_BY,
                KEY_RECOVERY.REQUESTED_NAME,
                KEY_RECOVERY.REQUESTED_AT,
                KEY_RECOVERY.EXPIRES_AT,
                KEY_RECOVERY.FAILURE)
            .from(KEY_RECOVERY)
            .where(which)
            .orderBy(KEY_RECOVERY.ID.desc())
            .limit(limit)
            .fetch(this::recovery);
    Map<Long, List<KeyRecovery.Decision>> decisions =
        decisions(found.stream().map(KeyRecovery::id).toList());
    return found.stream()
        .map(recovery -> recovery.with(decisions.getOrDefault(recovery.id(), List.of())))
        .toList();
  }

  private Map<Long, List<KeyRecovery.Decision>> decisions(List<Long> ids) {
    return dsl.select(
            KEY_RECOVERY_DECISION.RECOVERY_ID,
            KEY_RECOVERY_DECISION.OFFICER_ID,
            KEY_RECOVERY_DECISION.OFFICER_NAME,
            KEY_RECOVERY_DECISION.APPROVED,
            KEY_RECOVERY_DECISION.NOTE,
            KEY_RECOVERY_DECISION.AT)
        .from(KEY_RECOVERY_DECISION)
        .where(KEY_RECOVERY_DECISION.RECOVERY_ID.in(ids))
        .orderBy(KEY_RECOVERY_DECISION.AT)
        .fetchGroups(
            row -> row.value1(),
            row ->
                new KeyRecovery.Decision(
                    row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
  }

  private KeyRecovery recovery(Record row) {
    RecoveryState state = RecoveryState.valueOf(row.get(KEY_RECOVERY.STATE));
    Instant expires = row.get(KEY_RECOVERY.EXPIRES_AT);
    boolean over = state == RecoveryState.OPEN && !expires.isAfter(clock.instant());
    return new KeyRecovery(
        row.get(KEY_RECOVERY.ID),
        row.get(KEY_RECOVERY.HALL),
        RecoveryKind.valueOf(row.get(KEY_RECOVERY.KIND)),
        over ? RecoveryState.EXPIRED : state,
        row.get(KEY_RECOVERY.ENCRYPTION_SERIAL),
        row.get(KEY_RECOVERY.COMMON_NAME),
        row.get(KEY_RECOVERY.REASON),
        row.get(KEY_RECOVERY.AUTHORITY),
        row.get(KEY_RECOVERY.CASE_NO),
        row.get(KEY_RECOVERY.RECIPIENT_SUBJECT),
        row.get(KEY_RECOVERY.NEEDED),
        row.get(KEY_RECOVERY.REQUESTED_BY),
        row.get(KEY_RECOVERY.REQUESTED_NAME),
        row.get(KEY_RECOVERY.REQUESTED_AT),
        expires,
        row.get(KEY_RECOVERY.FAILURE),
        List.of());
  }
}
