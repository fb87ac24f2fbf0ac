package io.certhall.processes.organisation;

import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static io.certhall.processes.organisation.ApprovalState.APPROVED;
import static io.certhall.processes.organisation.ApprovalState.PENDING;
import static io.certhall.processes.organisation.ApprovalState.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.db.generated.tables.records.HumanTaskRecord;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.RecordedOrganisationNotices;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class ProfileReviewTest {

  private static final String HALL = "gscamce";
  private static final List<ProfileDefect> DEFECTS =
      List.of(
          new ProfileDefect("name", "NAME_DIFFERS", "单位名称与营业执照不一致"),
          new ProfileDefect("legalRepPhone", null, "法人电话无法接通"));

  private final ProfileReview review;
  private final OrganisationProfiles profiles;
  private final ApprovalStates states;
  private final RecordedOrganisationNotices notices;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;
  private final DSLContext dsl;
  private Actor owner = Actor.SYSTEM;
  private Actor reviewer = Actor.SYSTEM;
  private long organisationId;
  private long taskId;

  ProfileReviewTest(
      ProfileReview review,
      OrganisationProfiles profiles,
      ApprovalStates states,
      RecordedOrganisationNotices notices,
      TestAccounts accounts,
      TestOrganisations organisations,
      DSLContext dsl) {
    this.review = review;
    this.profiles = profiles;
    this.states = states;
    this.notices = notices;
    this.accounts = accounts;
    this.organisations = organisations;
    this.dsl = dsl;
  }

  @BeforeEach
  void submitProfile() {
    owner = accounts.applicant();
    reviewer = accounts.staff(Role.REVIEWER);
    organisationId = organisations.of(owner).id();
    profiles.submit(owner, HALL);
    taskId = openTask().getId();
  }

  @Test
  @Tag("GS-03")
  void approval_opens_the_hall_closes_the_task_and_tells_the_owner() {
    review.approve(reviewer, taskId);

    assertThat(states.of(organisationId, HALL)).isEqualTo(APPROVED);
    HumanTaskRecord task = dsl.fetchSingle(HUMAN_TASK, HUMAN_TASK.ID.eq(taskId));
    assertThat(task.getState()).isEqualTo("DONE");
    assertThat(task.getOutcome()).isEqualTo("APPROVED");
    assertThat(task.getCompletedBy()).isEqualTo(reviewer.accountId());
    var notice = notices.about(organisationId).getFirst();
    assertThat(notice.approved()).isTrue();
    assertThat(notice.decision().hall()).isEqualTo(HALL);
    assertThat(notice.decision().accountId()).isEqualTo(owner.accountId());
    assertThat(notice.decision().contactPhone())
        .isEqualTo(profiles.reveal(owner, organisationId).contactPhone().value());
    assertThat(audited("organisation.approved")).isTrue();
  }

  @Test
  void rejection_tells_the_reason_and_the_profile_can_be_submitted_again_without_limit() {
    review.reject(reviewer, taskId, DEFECTS);

    Approval rejected = states.approval(organisationId, HALL);
    assertThat(rejected.state()).isEqualTo(REJECTED);
    assertThat(rejected.reason()).isEqualTo("单位名称与营业执照不一致；法人电话无法接通");
    assertThat(notices.about(organisationId).getFirst().reason()).isEqualTo(rejected.reason());
    assertThat(audited("organisation.rejected")).isTrue();

    for (int round = 2; round <= 3; round++) {
      profiles.submit(owner, HALL);
      assertThat(states.approval(organisationId, HALL).reason()).isNull();
      assertThat(openTask().getRound()).isEqualTo(round);
      review.reject(reviewer, openTask().getId(), DEFECTS);
    }
    profiles.submit(owner, HALL);
    review.approve(reviewer, organisationId, HALL);
    assertThat(states.of(organisationId, HALL)).isEqualTo(APPROVED);
  }

  @Test
  void a_rejected_profile_stays_rejected_while_it_is_edited_and_is_reviewed_as_edited() {
    review.reject(reviewer, organisationId, HALL, DEFECTS);
    OrganisationForm form = Forms.formOf(profiles.reveal(owner, organisationId));
    profiles.save(owner, Forms.changed(form, "改正后的名称有限公司", null, null, null));

    assertThat(states.of(organisationId, HALL)).isEqualTo(REJECTED);
    profiles.submit(owner, HALL);

    assertThat(openTask().getSubject()).isEqualTo("改正后的名称有限公司");
  }

  @Test
  void one_hall_does_not_decide_for_another() {
    organisations.approvalElsewhere(organisationId, "elsewhere", PENDING);

    review.approve(reviewer, organisationId, HALL);

    assertThat(states.of(organisationId, "elsewhere")).isEqualTo(PENDING);
    assertThat(states.all(organisationId))
        .extracting(Approval::hall)
        .containsExactly("elsewhere", HALL);
  }

  @Test
  void only_reviewers_decide() {
    for (Actor actor :
        List.of(owner, accounts.staff(Role.ADMIN, Role.MANAGER, Role.PRODUCER), Actor.SYSTEM)) {
      assertThat(Refused.by(() -> review.approve(actor, taskId)).kind())
          .isEqualTo(RefusalKind.FORBIDDEN);
      assertThat(Refused.by(() -> review.reject(actor, organisationId, HALL, DEFECTS)).kind())
          .isEqualTo(RefusalKind.FORBIDDEN);
    }
    assertThat(states.of(organisationId, HALL)).isEqualTo(PENDING);
  }

  @Test
  void nobody_decides_about_his_own_organisation() {
    Actor both = accounts.with(Fresh.username(), Fresh.phone(), Role.APPLICANT, Role.REVIEWER);
    long own = organisations.of(both).id();
    profiles.submit(both, HALL);

    assertThat(Refused.codes(() -> review.approve(both, own, HALL)))
        .containsExactly("OWN_ORGANISATION");
    assertThat(Refused.codes(() -> review.reject(both, own, HALL, DEFECTS)))
        .containsExactly("OWN_ORGANISATION");
    assertThat(states.of(own, HALL)).isEqualTo(PENDING);
  }

  @Test
  void a_decision_is_made_once() {
    review.approve(reviewer, taskId);

    assertThat(Refused.codes(() -> review.reject(reviewer, taskId, DEFECTS)))
        .containsExactly("TASK_DONE");
    assertThat(Refused.codes(() -> review.approve(reviewer, organisationId, HALL)))
        .containsExactly("TASK_UNKNOWN");
    assertThat(notices.about(organisationId)).hasSize(1);
  }

  @Test
  void of_parallel_decisions_one_counts() throws Exception {
    List<String> outcomes;
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<String>> calls =
          Stream.generate(() -> (Callable<String>) this::outcome).limit(4).toList();
      outcomes = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }

    assertThat(outcomes).containsOnlyOnce("approved");
    assertThat(outcomes).filteredOn("TASK_DONE"::equals).hasSize(3);
    assertThat(notices.about(organisationId)).hasSize(1);
  }

  @Test
  void a_task_that_someone_has_claimed_is_his() {
    Actor other = accounts.staff(Role.REVIEWER);
    dsl.update(HUMAN_TASK)
        .set(HUMAN_TASK.ASSIGNEE_ID, other.accountId())
        .where(HUMAN_TASK.ID.eq(taskId))
        .execute();

    assertThat(Refused.codes(() -> review.approve(reviewer, taskId)))
        .containsExactly("TASK_CLAIMED");
    review.approve(other, taskId);
    assertThat(states.of(organisationId, HALL)).isEqualTo(APPROVED);
  }

  @Test
  void a_rejection_without_words_is_refused() {
    assertThat(Refused.codes(() -> review.reject(reviewer, taskId, List.of())))
        .containsExactly("REASON_REQUIRED");
    assertThat(
            Refused.codes(
                () ->
                    review.reject(reviewer, taskId, List.of(new ProfileDefect("name", "X", "  ")))))
        .containsExactly("FIELD_REQUIRED");
    ProfileDefect longWords = new ProfileDefect("name", null, "长".repeat(600));
    assertThat(Refused.codes(() -> review.reject(reviewer, taskId, List.of(longWords, longWords))))
        .containsExactly("FIELD_TOO_LONG");
    assertThat(states.of(organisationId, HALL)).isEqualTo(PENDING);
  }

  @Test
  void an_unknown_task_is_not_found() {
    assertThat(Refused.by(() -> review.approve(reviewer, -1)).kind())
        .isEqualTo(RefusalKind.NOT_FOUND);
    assertThat(Refused.by(() -> review.approve(reviewer, organisationId, "elsewhere")).kind())
        .isEqualTo(RefusalKind.NOT_FOUND);
  }

  private String outcome() {
    try {
      review.approve(accounts.staff(Role.REVIEWER), taskId);
      return "approved";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  private boolean audited(String action) {
    return dsl.fetchExists(
        AUDIT_LOG,
        AUDIT_LOG
            .ACTION
            .eq(action)
            .and(AUDIT_LOG.ENTITY_ID.eq(Long.toString(organisationId)))
            .and(AUDIT_LOG.HALL.eq(HALL))
            .and(AUDIT_LOG.ACTOR_ID.eq(reviewer.accountId())));
  }

  private HumanTaskRecord openTask() {
    return dsl.fetchSingle(
        HUMAN_TASK,
        HUMAN_TASK
            .ORGANISATION_ID
            .eq(organisationId)
            .and(HUMAN_TASK.HALL.eq(HALL))
            .and(HUMAN_TASK.STATE.eq("OPEN")));
  }
}
