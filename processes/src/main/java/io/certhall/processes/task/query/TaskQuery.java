package io.certhall.processes.task.query;

import static io.certhall.db.generated.Tables.ACCOUNT;
import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static org.jooq.impl.DSL.noCondition;

import io.certhall.processes.search.CodeColumn;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.TaskState;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Staff's work lists, oldest first; only queues the actor's roles work. */
@Component
public class TaskQuery {

  private static final List<String> OPEN = List.of(TaskState.OPEN.name(), TaskState.CLAIMED.name());

  private final DSLContext dsl;

  TaskQuery(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * What a list shows; null means any.
   *
   * @param mine only what the actor has claimed
   * @param text part of the order number or of the subject
   */
  public record Filter(
      @Nullable TaskQueue queue,
      @Nullable String hall,
      @Nullable String orderNo,
      boolean mine,
      @Nullable String text) {

    public static Filter of(TaskQueue queue) {
      return new Filter(queue, null, null, false, null);
    }
  }

  /** A page: {@code after} is the last id of the page before, 0 for the first. */
  public List<TaskRow> page(Actor actor, Filter filter, long after, int limit) {
    return fetch(
        matching(actor, filter).and(HUMAN_TASK.ID.gt(after)), limit, List.of(HUMAN_TASK.ID));
  }

  /** What to do next over all of the actor's queues: own ones, then what was promised first. */
  public List<TaskRow> next(Actor actor, int limit) {
    Condition free =
        HUMAN_TASK.ASSIGNEE_ID.isNull().or(HUMAN_TASK.ASSIGNEE_ID.eq(actor.accountId()));
    return fetch(
        matching(actor, new Filter(null, null, null, false, null)).and(free),
        limit,
        List.of(
            DSL.when(HUMAN_TASK.ASSIGNEE_ID.isNull(), 1).otherwise(0),
            DSL.when(HUMAN_TASK.DUE_AT.isNull(), 1).otherwise(0),
            HUMAN_TASK.DUE_AT,
            HUMAN_TASK.ID));
  }

  private List<TaskRow> fetch(Condition condition, int limit, List<? extends OrderField<?>> order) {
    return dsl.select(
            HUMAN_TASK.ID,
            HUMAN_TASK.QUEUE,
            HUMAN_TASK.HALL,
            HUMAN_TASK.SERVICE,
            HUMAN_TASK.ORDER_NO,
            HUMAN_TASK.ORGANISATION_ID,
            HUMAN_TASK.ITEM_SEQ,
            HUMAN_TASK.SUBJECT,
            HUMAN_TASK.ROUND,
            HUMAN_TASK.STATE,
            HUMAN_TASK.ASSIGNEE_ID,
            ACCOUNT.DISPLAY_NAME,
            HUMAN_TASK.CREATED_AT,
            HUMAN_TASK.DUE_AT)
        .from(HUMAN_TASK)
        .leftJoin(ACCOUNT)
        .on(ACCOUNT.ID.eq(HUMAN_TASK.ASSIGNEE_ID))
        .where(condition)
        .orderBy(order)
        .limit(Math.clamp(limit, 1, 200))
        .fetch(
            row ->
                new TaskRow(
                    row.value1(),
                    TaskQueue.ofCode(row.value2()),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    TaskState.valueOf(row.value10()),
                    row.value11(),
                    row.value12(),
                    row.value13(),
                    row.value14()));
  }

  /** The organisation a task is about, where it is about one. */
  public Optional<Long> organisationOf(long taskId) {
    return dsl.select(HUMAN_TASK.ORGANISATION_ID)
        .from(HUMAN_TASK)
        .where(HUMAN_TASK.ID.eq(taskId))
        .fetchOptional(HUMAN_TASK.ORGANISATION_ID);
  }

  public int count(Actor actor, Filter filter) {
    return dsl.fetchCount(HUMAN_TASK, matching(actor, filter));
  }

  /** Open tasks per queue, for the menu's counters. */
  public Map<TaskQueue, Integer> perQueue(Actor actor) {
    return dsl.select(HUMAN_TASK.QUEUE, DSL.count())
        .from(HUMAN_TASK)
        .where(matching(actor, new Filter(null, null, null, false, null)))
        .groupBy(HUMAN_TASK.QUEUE)
        .fetchMap(row -> TaskQueue.ofCode(row.value1()), row -> row.value2());
  }

  /**
   * A number per staff queue that changes whenever a task comes, goes or is claimed; one look at an
   * index, so that lists can be kept fresh by asking often.
   */
  public Map<TaskQueue, Long> pulse() {
    List<String> staffQueues =
        Arrays.stream(TaskQueue.values())
            .filter(queue -> queue.role() != null)
            .map(TaskQueue::code)
            .toList();
    Map<TaskQueue, Long> pulse = new EnumMap<>(TaskQueue.class);
    dsl.select(HUMAN_TASK.QUEUE, HUMAN_TASK.STATE, DSL.count(), DSL.max(HUMAN_TASK.ID))
        .from(HUMAN_TASK)
        .where(HUMAN_TASK.STATE.in(OPEN), HUMAN_TASK.QUEUE.in(staffQueues))
        .groupBy(HUMAN_TASK.QUEUE, HUMAN_TASK.STATE)
        .orderBy(HUMAN_TASK.QUEUE, HUMAN_TASK.STATE)
        .forEach(
            row ->
                pulse.merge(
                    TaskQueue.ofCode(row.value1()),
                    (row.value2().equals(TaskState.OPEN.name()) ? 1_000_003L : 7_919L)
                            * row.value3()
                        + row.value4(),
                    Long::sum));
    return pulse;
  }

  private static Condition matching(Actor actor, Filter filter) {
    List<String> queues =
        Arrays.stream(TaskQueue.values())
            .filter(queue -> worksOn(actor, queue))
            .filter(queue -> filter.queue() == null || queue == filter.queue())
            .map(TaskQueue::code)
            .toList();
    Condition condition = HUMAN_TASK.STATE.in(OPEN).and(HUMAN_TASK.QUEUE.in(queues));
    condition =
        condition.and(filter.hall() == null ? noCondition() : HUMAN_TASK.HALL.eq(filter.hall()));
    if (filter.orderNo() != null) {
      condition = condition.and(HUMAN_TASK.ORDER_NO.eq(filter.orderNo()));
    }
    if (filter.mine()) {
      condition = condition.and(HUMAN_TASK.ASSIGNEE_ID.eq(actor.accountId()));
    }
    if (filter.text() != null && !filter.text().isBlank()) {
      String text = filter.text().strip();
      condition =
          condition.and(
              CodeColumn.startsWith(HUMAN_TASK.ORDER_NO, text)
                  .or(HUMAN_TASK.SUBJECT.contains(text)));
    }
    return condition;
  }

  private static boolean worksOn(Actor actor, TaskQueue queue) {
    Role role = queue.role();
    return role != null && actor.has(role);
  }
}
