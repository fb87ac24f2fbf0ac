package io.certhall.processes.policy;

import static io.certhall.db.generated.Tables.POLICY_ACTIVE;
import static io.certhall.db.generated.Tables.POLICY_DRAFT;
import static io.certhall.db.generated.Tables.POLICY_DRAFT_EDITOR;
import static io.certhall.db.generated.Tables.POLICY_VERSION;

import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The drafts' rows. Every write raises the draft's version. */
@Repository
class PolicyDraftRepository {

  private final DSLContext dsl;
  private final Clock clock;

  PolicyDraftRepository(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** The version that new orders get, and its files. */
  record Active(long id, int versionNo, String publishedBy, Map<String, String> files) {}

  Optional<Active> active(String hall) {
    return dsl.select(
            POLICY_VERSION.ID,
            POLICY_VERSION.VERSION_NO,
            POLICY_VERSION.PUBLISHED_BY,
            POLICY_VERSION.SOURCE)
        .from(POLICY_ACTIVE)
        .join(POLICY_VERSION)
        .on(POLICY_VERSION.ID.eq(POLICY_ACTIVE.POLICY_VERSION_ID))
        .where(POLICY_ACTIVE.HALL.eq(hall))
        .fetchOptional(
            row ->
                new Active(
                    row.value1(), row.value2(), row.value3(), PolicyFiles.read(row.value4())));
  }

  Map<String, String> source(long versionId) {
    return dsl.select(POLICY_VERSION.SOURCE)
        .from(POLICY_VERSION)
        .where(POLICY_VERSION.ID.eq(versionId))
        .fetchSingle(row -> PolicyFiles.read(row.value1()));
  }

  Optional<PolicyDraft> find(String hall) {
    return dsl.select(
            POLICY_DRAFT.BASE_VERSION_ID,
            POLICY_VERSION.VERSION_NO,
            POLICY_DRAFT.FILES,
            POLICY_DRAFT.STARTED_BY,
            POLICY_DRAFT.STARTED_AT,
            POLICY_DRAFT.EDITED_BY,
            POLICY_DRAFT.EDITED_AT,
            POLICY_DRAFT.SUBMITTED_BY_ID,
            POLICY_DRAFT.SUBMITTED_BY,
            POLICY_DRAFT.SUBMITTED_AT,
            POLICY_DRAFT.SUBMITTED_NOTE,
            POLICY_DRAFT.ROW_VERSION)
        .from(POLICY_DRAFT)
        .join(POLICY_VERSION)
        .on(POLICY_VERSION.ID.eq(POLICY_DRAFT.BASE_VERSION_ID))
        .where(POLICY_DRAFT.HALL.eq(hall))
        .fetchOptional(
            row ->
                new PolicyDraft(
                    hall,
                    row.value1(),
                    row.value2(),
                    PolicyFiles.read(row.value3()),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8() == null
                        ? null
                        : new PolicyDraft.Submission(
                            row.value8(), row.value9(), row.value10(), row.value11()),
                    editors(hall),
                    row.value12()));
  }

  /** As {@link #find}; until the transaction ends nobody else changes it. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<PolicyDraft> lock(String hall) {
    Record1<String> row =
        dsl.select(POLICY_DRAFT.HALL)
            .from(POLICY_DRAFT)
            .where(POLICY_DRAFT.HALL.eq(hall))
            .forUpdate()
            .fetchOne();
    return row == null ? Optional.empty() : find(hall);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void insert(Actor actor, String hall, long baseVersionId, Map<String, String> files) {
    dsl.insertInto(POLICY_DRAFT)
        .set(POLICY_DRAFT.HALL, hall)
        .set(POLICY_DRAFT.BASE_VERSION_ID, baseVersionId)
        .set(POLICY_DRAFT.FILES, PolicyFiles.write(files))
        .set(POLICY_DRAFT.STARTED_BY, actor.name())
        .set(POLICY_DRAFT.STARTED_AT, clock.instant())
        .set(POLICY_DRAFT.EDITED_BY, actor.name())
        .set(POLICY_DRAFT.EDITED_AT, clock.instant())
        .execute();
  }

  /** New content; what was submitted before is no longer what was looked at. */
  @Transactional(propagation = Propagation.MANDATORY)
  void change(Actor actor, String hall, long baseVersionId, Map<String, String> files) {
    dsl.update(POLICY_DRAFT)
        .set(POLICY_DRAFT.BASE_VERSION_ID, baseVersionId)
        .set(POLICY_DRAFT.FILES, PolicyFiles.write(files))
        .set(POLICY_DRAFT.EDITED_BY, actor.name())
        .set(POLICY_DRAFT.EDITED_AT, clock.instant())
        .set(POLICY_DRAFT.ROW_VERSION, POLICY_DRAFT.ROW_VERSION.plus(1))
        .where(POLICY_DRAFT.HALL.eq(hall))
        .execute();
    dsl.insertInto(POLICY_DRAFT_EDITOR)
        .set(POLICY_DRAFT_EDITOR.HALL, hall)
        .set(POLICY_DRAFT_EDITOR.ACCOUNT_ID, actor.accountId())
        .onDuplicateKeyUpdate()
        .set(POLICY_DRAFT_EDITOR.ACCOUNT_ID, actor.accountId())
        .execute();
    submit(hall, null);
  }

  /** Null takes the submission back. */
  @Transactional(propagation = Propagation.MANDATORY)
  void submit(String hall, PolicyDraft.@Nullable Submission submission) {
    dsl.update(POLICY_DRAFT)
        .set(POLICY_DRAFT.SUBMITTED_BY_ID, submission == null ? null : submission.accountId())
        .set(POLICY_DRAFT.SUBMITTED_BY, submission == null ? null : submission.by())
        .set(POLICY_DRAFT.SUBMITTED_AT, submission == null ? null : submission.at())
        .set(POLICY_DRAFT.SUBMITTED_NOTE, submission == null ? null : submission.note())
        .set(POLICY_DRAFT.ROW_VERSION, POLICY_DRAFT.ROW_VERSION.plus(1))
        .where(POLICY_DRAFT.HALL.eq(hall))
        .execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void delete(String hall) {
    dsl.deleteFrom(POLICY_DRAFT).where(POLICY_DRAFT.HALL.eq(hall)).execute();
  }

  private Set<Long> editors(String hall) {
    return dsl.select(POLICY_DRAFT_EDITOR.ACCOUNT_ID)
        .from(POLICY_DRAFT_EDITOR)
        .where(POLICY_DRAFT_EDITOR.HALL.eq(hall))
        .fetchSet(POLICY_DRAFT_EDITOR.ACCOUNT_ID);
  }
}
