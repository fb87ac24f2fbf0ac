package io.certhall.processes.organisation;

import static io.certhall.db.generated.Tables.ORGANISATION_APPROVAL;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.RecordMapper;
import org.jooq.SelectWhereStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of approvals; writes need the organisation's row locked. */
@Component
class ApprovalRepository {

  private final DSLContext dsl;
  private final Clock clock;

  ApprovalRepository(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  Approval find(long organisationId, String hall) {
    return select()
        .where(ORGANISATION_APPROVAL.ORGANISATION_ID.eq(organisationId))
        .and(ORGANISATION_APPROVAL.HALL.eq(hall))
        .fetchOptional(asApproval())
        .orElseGet(() -> Approval.none(hall));
  }

  List<Approval> all(long organisationId) {
    return select()
        .where(ORGANISATION_APPROVAL.ORGANISATION_ID.eq(organisationId))
        .orderBy(ORGANISATION_APPROVAL.HALL)
        .fetch(asApproval());
  }

  void markPending(long organisationId, String hall) {
    Instant now = clock.instant();
    dsl.insertInto(
            ORGANISATION_APPROVAL,
            ORGANISATION_APPROVAL.ORGANISATION_ID,
            ORGANISATION_APPROVAL.HALL,
            ORGANISATION_APPROVAL.STATE,
            ORGANISATION_APPROVAL.SUBMITTED_AT)
        .values(organisationId, hall, ApprovalState.PENDING.name(), now)
        .onDuplicateKeyUpdate()
        .set(ORGANISATION_APPROVAL.STATE, ApprovalState.PENDING.name())
        .set(ORGANISATION_APPROVAL.SUBMITTED_AT, now)
        .setNull(ORGANISATION_APPROVAL.REASON)
        .setNull(ORGANISATION_APPROVAL.DECIDED_AT)
        .setNull(ORGANISATION_APPROVAL.DECIDED_BY)
        .set(ORGANISATION_APPROVAL.ROW_VERSION, ORGANISATION_APPROVAL.ROW_VERSION.plus(1))
        .execute();
  }

  void decide(
      long organisationId, String hall, ApprovalState state, @Nullable String reason, long by) {
    dsl.update(ORGANISATION_APPROVAL)
        .set(ORGANISATION_APPROVAL.STATE, state.name())
        .set(ORGANISATION_APPROVAL.REASON, reason)
        .set(ORGANISATION_APPROVAL.DECIDED_AT, clock.instant())
        .set(ORGANISATION_APPROVAL.DECIDED_BY, by)
        .set(ORGANISATION_APPROVAL.ROW_VERSION, ORGANISATION_APPROVAL.ROW_VERSION.plus(1))
        .where(ORGANISATION_APPROVAL.ORGANISATION_ID.eq(organisationId))
        .and(ORGANISATION_APPROVAL.HALL.eq(hall))
        .execute();
  }

  /** All approvals in these states become incomplete again; returns their halls. */
  List<String> reopen(long organisationId, ApprovalState... states) {
    return reopen(organisationId, "", List.of(states));
  }

  /** What another hall approved, or was asked to, becomes incomplete again; returns those halls. */
  List<String> reopenElsewhere(long organisationId, String hall) {
    return reopen(organisationId, hall, List.of(ApprovalState.PENDING, ApprovalState.APPROVED));
  }

  private List<String> reopen(long organisationId, String except, List<ApprovalState> states) {
    List<String> halls =
        dsl.select(ORGANISATION_APPROVAL.HALL)
            .from(ORGANISATION_APPROVAL)
            .where(ORGANISATION_APPROVAL.ORGANISATION_ID.eq(organisationId))
            .and(ORGANISATION_APPROVAL.HALL.ne(except))
            .and(ORGANISATION_APPROVAL.STATE.in(states.stream().map(ApprovalState::name).toList()))
            .orderBy(ORGANISATION_APPROVAL.HALL)
            .fetch(ORGANISATION_APPROVAL.HALL);
    dsl.update(ORGANISATION_APPROVAL)
        .set(ORGANISATION_APPROVAL.STATE, ApprovalState.INCOMPLETE.name())
        .setNull(ORGANISATION_APPROVAL.REASON)
        .set(ORGANISATION_APPROVAL.ROW_VERSION, ORGANISATION_APPROVAL.ROW_VERSION.plus(1))
        .where(ORGANISATION_APPROVAL.ORGANISATION_ID.eq(organisationId))
        .and(ORGANISATION_APPROVAL.HALL.in(halls))
        .execute();
    return halls;
  }

  private SelectWhereStep<Record5<String, String, String, Instant, Instant>> select() {
    return dsl.select(
            ORGANISATION_APPROVAL.HALL,
            ORGANISATION_APPROVAL.STATE,
            ORGANISATION_APPROVAL.REASON,
            ORGANISATION_APPROVAL.SUBMITTED_AT,
            ORGANISATION_APPROVAL.DECIDED_AT)
        .from(ORGANISATION_APPROVAL);
  }

  private static RecordMapper<Record5<String, String, String, Instant, Instant>, Approval>
      asApproval() {
    return row ->
        new Approval(
            row.value1(),
            ApprovalState.valueOf(row.value2()),
            row.value3(),
            row.value4(),
            row.value5());
  }
}
