package io.certhall.processes.task;

import static io.certhall.db.generated.Tables.HUMAN_TASK;

import io.certhall.processes.refusal.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of human tasks. */
@Repository
class JooqTaskRepository {

  private static final List<String> OPEN_STATES =
      List.of(TaskState.OPEN.name(), TaskState.CLAIMED.name());

  private final DSLContext dsl;

  JooqTaskRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<HumanTask> find(long id) {
    return dsl.selectFrom(HUMAN_TASK)
        .where(HUMAN_TASK.ID.eq(id))
        .fetchOptional(JooqTaskRepository::toTask);
  }

  List<HumanTask> open(String orderNo) {
    return dsl.selectFrom(HUMAN_TASK)
        .where(HUMAN_TASK.ORDER_NO.eq(orderNo), HUMAN_TASK.STATE.in(OPEN_STATES))
        .orderBy(HUMAN_TASK.ID)
        .fetch(JooqTaskRepository::toTask);
  }

  /** A step that was projected before, or an earlier one of the same orders still open. */
  record Earlier(long jobKey, String orderNo, boolean open) {}

  List<Earlier> earlier(Collection<Long> jobKeys, Collection<String> orderNos) {
    return dsl.selectDistinct(HUMAN_TASK.JOB_KEY, HUMAN_TASK.ORDER_NO, HUMAN_TASK.STATE)
        .from(HUMAN_TASK)
        .where(
            HUMAN_TASK.ORDER_NO.in(orderNos),
            HUMAN_TASK.JOB_KEY.in(jobKeys).or(HUMAN_TASK.STATE.in(OPEN_STATES)))
        .fetch(row -> new Earlier(row.value1(), row.value2(), OPEN_STATES.contains(row.value3())));
  }

  Set<Long> stillOpen(Collection<Long> jobKeys) {
    return dsl.selectDistinct(HUMAN_TASK.JOB_KEY)
        .from(HUMAN_TASK)
        .where(HUMAN_TASK.JOB_KEY.in(jobKeys), HUMAN_TASK.STATE.in(OPEN_STATES))
        .fetchSet(HUMAN_TASK.JOB_KEY);
  }

  /** One row to be written. */
  record NewTask(
      WaitingStep step,
      int itemSeq,
      TaskQueue queue,
      String hall,
      String service,
      String subject,
      Instant createdAt,
      @Nullable Instant dueAt) {}

  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(List<NewTask> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    var insert =
        dsl.insertInto(
            HUMAN_TASK,
            HUMAN_TASK.JOB_KEY,
            HUMAN_TASK.ITEM_SEQ,
            HUMAN_TASK.ORDER_NO,
            HUMAN_TASK.QUEUE,
            HUMAN_TASK.HALL,
            HUMAN_TASK.SERVICE,
            HUMAN_TASK.SUBJECT,
            HUMAN_TASK.ELEMENT_ID,
            HUMAN_TASK.ROUND,
            HUMAN_TASK.STATE,
            HUMAN_TASK.CREATED_AT,
            HUMAN_TASK.DUE_AT);
    for (NewTask task : tasks) {
      insert =
          insert.values(
              task.step().jobKey(),
              task.itemSeq(),
              task.step().orderNo(),
              task.queue().code(),
              task.hall(),
              task.service(),
              task.subject(),
              task.step().elementId(),
              task.step().round(),
              TaskState.OPEN.name(),
              task.createdAt(),
              task.dueAt());
    }
    insert.execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void claim(HumanTask task, long assignee, Instant at) {
    changed(
        dsl.update(HUMAN_TASK)
            .set(HUMAN_TASK.STATE, TaskState.CLAIMED.name())
            .set(HUMAN_TASK.ASSIGNEE_ID, assignee)
            .set(HUMAN_TASK.CLAIMED_AT, at)
            .set(HUMAN_TASK.ROW_VERSION, task.version() + 1)
            .where(HUMAN_TASK.ID.eq(task.id()), HUMAN_TASK.ROW_VERSION.eq(task.version()))
            .execute());
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void release(HumanTask task) {
    changed(
        dsl.update(HUMAN_TASK)
            .set(HUMAN_TASK.STATE, TaskState.OPEN.name())
            .setNull(HUMAN_TASK.ASSIGNEE_ID)
            .setNull(HUMAN_TASK.CLAIMED_AT)
            .set(HUMAN_TASK.ROW_VERSION, task.version() + 1)
            .where(HUMAN_TASK.ID.eq(task.id()), HUMAN_TASK.ROW_VERSION.eq(task.version()))
            .execute());
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void complete(HumanTask task, @Nullable Long actor, String outcome, Instant at) {
    changed(
        dsl.update(HUMAN_TASK)
            .set(HUMAN_TASK.STATE, TaskState.DONE.name())
            .set(HUMAN_TASK.COMPLETED_AT, at)
            .set(HUMAN_TASK.COMPLETED_BY, actor)
            .set(HUMAN_TASK.OUTCOME, outcome)
            .set(HUMAN_TASK.ROW_VERSION, task.version() + 1)
            .where(HUMAN_TASK.ID.eq(task.id()), HUMAN_TASK.ROW_VERSION.eq(task.version()))
            .execute());
  }

  /** Ends what is still open on these orders; their steps are over. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void cancelOpen(Collection<String> orderNos, Instant at) {
    dsl.update(HUMAN_TASK)
        .set(HUMAN_TASK.STATE, TaskState.CANCELLED.name())
        .set(HUMAN_TASK.COMPLETED_AT, at)
        .set(HUMAN_TASK.ROW_VERSION, HUMAN_TASK.ROW_VERSION.plus(1))
        .where(HUMAN_TASK.ORDER_NO.in(orderNos), HUMAN_TASK.STATE.in(OPEN_STATES))
        .execute();
  }

  private static void changed(int rows) {
    if (rows != 1) {
      throw Refusal.conflict("STALE_VERSION");
    }
  }

  static HumanTask toTask(Record row) {
    return new HumanTask(
        row.get(HUMAN_TASK.ID),
        row.get(HUMAN_TASK.JOB_KEY),
        row.get(HUMAN_TASK.ITEM_SEQ),
        row.get(HUMAN_TASK.ORDER_NO),
        TaskQueue.ofCode(row.get(HUMAN_TASK.QUEUE)),
        row.get(HUMAN_TASK.HALL),
        row.get(HUMAN_TASK.SERVICE),
        row.get(HUMAN_TASK.SUBJECT),
        row.get(HUMAN_TASK.ELEMENT_ID),
        row.get(HUMAN_TASK.ROUND),
        TaskState.valueOf(row.get(HUMAN_TASK.STATE)),
        row.get(HUMAN_TASK.ASSIGNEE_ID),
        row.get(HUMAN_TASK.CREATED_AT),
        row.get(HUMAN_TASK.DUE_AT),
        row.get(HUMAN_TASK.ROW_VERSION));
  }
}
