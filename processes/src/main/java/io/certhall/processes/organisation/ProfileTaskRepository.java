package io.certhall.processes.organisation;

import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static org.jooq.impl.DSL.max;

import java.time.Clock;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Profile reviews in the table of human tasks: the hall's own, without a job of the engine. */
@Component
class ProfileTaskRepository {

  static final String QUEUE = "profile";
  private static final String SERVICE = "PROFILE";
  private static final String OPEN = "OPEN";
  private static final String DONE = "DONE";
  private static final String CANCELLED = "CANCELLED";

  private final DSLContext dsl;
  private final Clock clock;

  ProfileTaskRepository(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  void open(Organisation organisation, String hall) {
    Integer lastRound =
        dsl.select(max(HUMAN_TASK.ROUND))
            .from(HUMAN_TASK)
            .where(ofOrganisation(organisation.id()))
            .and(HUMAN_TASK.HALL.eq(hall))
            .fetchOne(0, Integer.class);
    dsl.insertInto(
            HUMAN_TASK,
            HUMAN_TASK.ORGANISATION_ID,
            HUMAN_TASK.QUEUE,
            HUMAN_TASK.HALL,
            HUMAN_TASK.SERVICE,
            HUMAN_TASK.SUBJECT,
            HUMAN_TASK.ROUND,
            HUMAN_TASK.STATE,
            HUMAN_TASK.CREATED_AT)
        .values(
            organisation.id(),
            QUEUE,
            hall,
            SERVICE,
            organisation.name(),
            lastRound == null ? 1 : lastRound + 1,
            OPEN,
            clock.instant())
        .execute();
  }

  Optional<ProfileTask> find(long taskId) {
    return find(HUMAN_TASK.ID.eq(taskId).and(HUMAN_TASK.QUEUE.eq(QUEUE)));
  }

  Optional<ProfileTask> findOpen(long organisationId, String hall) {
    return find(ofOrganisation(organisationId).and(HUMAN_TASK.HALL.eq(hall)).and(isOpen()));
  }

  /** Whether the task was still open and is done now. */
  boolean complete(long taskId, long by, String outcome) {
    return close(HUMAN_TASK.ID.eq(taskId), DONE, by, outcome) == 1;
  }

  /** Closes what nobody needs to look at any more. */
  void cancel(long organisationId, String hall) {
    close(ofOrganisation(organisationId).and(HUMAN_TASK.HALL.eq(hall)), CANCELLED, null, null);
  }

  private int close(Condition which, String state, @Nullable Long by, @Nullable String outcome) {
    return dsl.update(HUMAN_TASK)
        .set(HUMAN_TASK.STATE, state)
        .set(HUMAN_TASK.COMPLETED_AT, clock.instant())
        .set(HUMAN_TASK.COMPLETED_BY, by)
        .set(HUMAN_TASK.OUTCOME, outcome)
        .set(HUMAN_TASK.ROW_VERSION, HUMAN_TASK.ROW_VERSION.plus(1))
        .where(which)
        .and(isOpen())
        .execute();
  }

  private Optional<ProfileTask> find(Condition which) {
    return dsl.select(
            HUMAN_TASK.ID,
            HUMAN_TASK.ORGANISATION_ID,
            HUMAN_TASK.HALL,
            HUMAN_TASK.STATE,
            HUMAN_TASK.ASSIGNEE_ID)
        .from(HUMAN_TASK)
        .where(which)
        .fetchOptional(
            row ->
                new ProfileTask(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    !DONE.equals(row.value4()) && !CANCELLED.equals(row.value4()),
                    row.value5()));
  }

  private static Condition ofOrganisation(long organisationId) {
    return HUMAN_TASK.QUEUE.eq(QUEUE).and(HUMAN_TASK.ORGANISATION_ID.eq(organisationId));
  }

  private static Condition isOpen() {
    return HUMAN_TASK.STATE.notIn(DONE, CANCELLED);
  }

  record ProfileTask(
      long id, long organisationId, String hall, boolean open, @Nullable Long assigneeId) {}
}
