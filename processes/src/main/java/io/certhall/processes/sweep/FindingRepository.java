package io.certhall.processes.sweep;

import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static io.certhall.db.generated.Tables.ORDER_FINDING;

import io.certhall.processes.task.TaskState;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of findings. */
@Repository
class FindingRepository {

  private static final String OPEN = "OPEN";
  private static final String GONE = "GONE";

  private final DSLContext dsl;
  private final Clock clock;

  FindingRepository(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** The last step of an order that a person finished. */
  record LastStep(long jobKey, @Nullable String elementId, String queue, String outcome) {}

  Optional<LastStep> lastStep(String orderNo) {
    return dsl.select(
            HUMAN_TASK.JOB_KEY, HUMAN_TASK.ELEMENT_ID, HUMAN_TASK.QUEUE, HUMAN_TASK.OUTCOME)
        .from(HUMAN_TASK)
        .where(
            HUMAN_TASK.ORDER_NO.eq(orderNo),
            HUMAN_TASK.JOB_KEY.isNotNull(),
            HUMAN_TASK.STATE.eq(TaskState.DONE.name()))
        .orderBy(HUMAN_TASK.ID.desc())
        .limit(1)
        .fetchOptional(
            row ->
                new LastStep(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4() == null ? "" : row.value4()));
  }

  /** What was tried to mend this since it stands still. */
  record Repairs(int count, @Nullable Instant last) {

    static final Repairs NONE = new Repairs(0, null);
  }

  Repairs repairs(String orderNo, FindingKind kind) {
    return dsl.select(ORDER_FINDING.REPAIRS, ORDER_FINDING.REPAIRED_AT)
        .from(ORDER_FINDING)
        .where(
            ORDER_FINDING.ORDER_NO.eq(orderNo),
            ORDER_FINDING.KIND.eq(kind.name()),
            ORDER_FINDING.STATE.eq(OPEN))
        .fetchOptional(row -> new Repairs(row.value1(), row.value2()))
        .orElse(Repairs.NONE);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void save(String orderNo, FindingKind kind, @Nullable String elementId, Repairs repairs) {
    Instant now = clock.instant();
    int seen =
        dsl.update(ORDER_FINDING)
            .set(ORDER_FINDING.SEEN_AT, now)
            .set(ORDER_FINDING.ELEMENT_ID, elementId)
            .set(ORDER_FINDING.REPAIRS, repairs.count())
            .set(ORDER_FINDING.REPAIRED_AT, repairs.last())
            .where(
                ORDER_FINDING.ORDER_NO.eq(orderNo),
                ORDER_FINDING.KIND.eq(kind.name()),
                ORDER_FINDING.STATE.eq(OPEN))
            .execute();
    if (seen > 0) {
      return;
    }
    dsl.insertInto(ORDER_FINDING)
        .set(ORDER_FINDING.ORDER_NO, orderNo)
        .set(ORDER_FINDING.KIND, kind.name())
        .set(ORDER_FINDING.STATE, OPEN)
        .set(ORDER_FINDING.ELEMENT_ID, elementId)
        .set(ORDER_FINDING.REPAIRS, repairs.count())
        .set(ORDER_FINDING.REPAIRED_AT, repairs.last())
        .set(ORDER_FINDING.FOUND_AT, now)
        .set(ORDER_FINDING.SEEN_AT, now)
        .onDuplicateKeyUpdate()
        .set(ORDER_FINDING.STATE, OPEN)
        .set(ORDER_FINDING.ELEMENT_ID, elementId)
        .set(ORDER_FINDING.REPAIRS, repairs.count())
        .set(ORDER_FINDING.REPAIRED_AT, repairs.last())
        .set(ORDER_FINDING.FOUND_AT, now)
        .set(ORDER_FINDING.SEEN_AT, now)
        .setNull(ORDER_FINDING.GONE_AT)
        .execute();
  }

  List<String> open(FindingKind kind, int limit) {
    return dsl.select(ORDER_FINDING.ORDER_NO)
        .from(ORDER_FINDING)
        .where(ORDER_FINDING.STATE.eq(OPEN), ORDER_FINDING.KIND.eq(kind.name()))
        .orderBy(ORDER_FINDING.SEEN_AT)
        .limit(limit)
        .fetch(ORDER_FINDING.ORDER_NO);
  }

  @Transactional
  public int gone(FindingKind kind, Collection<String> orderNos) {
    return dsl.update(ORDER_FINDING)
        .set(ORDER_FINDING.STATE, GONE)
        .set(ORDER_FINDING.GONE_AT, clock.instant())
        .where(
            ORDER_FINDING.KIND.eq(kind.name()),
            ORDER_FINDING.STATE.eq(OPEN),
            ORDER_FINDING.ORDER_NO.in(orderNos))
        .execute();
  }

  List<OrderFinding> list(boolean openOnly, int limit) {
    return dsl.select(
            ORDER_FINDING.ORDER_NO,
            ORDER_FINDING.KIND,
            ORDER_FINDING.ELEMENT_ID,
            ORDER_FINDING.REPAIRS,
            ORDER_FINDING.FOUND_AT,
            ORDER_FINDING.SEEN_AT,
            ORDER_FINDING.GONE_AT)
        .from(ORDER_FINDING)
        .where(openOnly ? ORDER_FINDING.STATE.eq(OPEN) : ORDER_FINDING.STATE.isNotNull())
        .orderBy(ORDER_FINDING.FOUND_AT.desc())
        .limit(limit)
        .fetch(
            row ->
                new OrderFinding(
                    row.value1(),
                    FindingKind.valueOf(row.value2()),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7()));
  }
}
