package io.certhall.processes.organisation;

import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static io.certhall.processes.organisation.ApprovalState.APPROVED;
import static io.certhall.processes.organisation.ApprovalState.INCOMPLETE;
import static io.certhall.processes.organisation.ApprovalState.PENDING;
import static io.certhall.processes.organisation.Forms.changed;
import static io.certhall.processes.organisation.Forms.formOf;
import static io.certhall.processes.organisation.Forms.withContact;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Submitting a profile, and what takes an approval back. */
@ProcessesTest
class ProfileApprovalTest {

  private final OrganisationProfiles profiles;
  private final ApprovalStates states;
  private final ProfileReview review;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;
  private final DSLContext dsl;
  private final OrganisationForm form = TestOrganisations.form();
  private Actor owner = Actor.SYSTEM;

  ProfileApprovalTest(
      OrganisationProfiles profiles,
      ApprovalStates states,
      ProfileReview review,
      TestAccounts accounts,
      TestOrganisations organisations,
      DSLContext dsl) {
    this.profiles = profiles;
    this.states = states;
    this.review = review;
    this.accounts = accounts;
    this.organisations = organisations;
    this.dsl = dsl;
  }

  @BeforeEach
  void makeOwner() {
    owner = accounts.applicant();
  }

  @Test
  void changing_the_subject_takes_back_the_approval_of_every_hall() {
    OrganisationView organisation = organisations.approved(owner, "gscamce");
    organisations.approvalElsewhere(organisation.id(), "elsewhere", APPROVED);
    OrganisationForm before = formOf(profiles.reveal(owner, organisation.id()));

    profiles.save(owner, changed(before, "更名建设有限公司", null, null, null));

    assertThat(states.of(organisation.id(), "gscamce")).isEqualTo(INCOMPLETE);
    assertThat(states.of(organisation.id(), "elsewhere")).isEqualTo(INCOMPLETE);
  }

  @Test
  void changing_credit_code_or_legal_representative_takes_approval_back_too() {
    OrganisationView organisation = organisations.approved(owner, "gscamce");
    OrganisationForm before = formOf(profiles.reveal(owner, organisation.id()));
    profiles.save(owner, changed(before, null, Fresh.creditCode(), null, null));
    assertThat(states.of(organisation.id(), "gscamce")).isEqualTo(INCOMPLETE);

    Actor other = accounts.applicant();
    OrganisationView second = organisations.approved(other, "gscamce");
    OrganisationForm form2 = formOf(profiles.reveal(other, second.id()));
    profiles.save(other, changed(form2, null, null, Fresh.idNo(), null));
    assertThat(states.of(second.id(), "gscamce")).isEqualTo(INCOMPLETE);
  }

  @Test
  void changing_the_contact_keeps_the_approval() {
    OrganisationView organisation = organisations.approved(owner, "gscamce");
    OrganisationForm before = formOf(profiles.reveal(owner, organisation.id()));

    profiles.save(owner, withContact(before, "赵六", Fresh.phone()));

    assertThat(profiles.of(owner).orElseThrow().contactName()).isEqualTo("赵六");
    assertThat(states.of(organisation.id(), "gscamce")).isEqualTo(APPROVED);
  }

  @Test
  void any_change_takes_a_pending_submission_back_so_that_nobody_approves_what_he_did_not_see() {
    OrganisationView organisation = organisations.of(owner);
    profiles.submit(owner, "gscamce");
    long task = openTask(organisation.id());
    OrganisationForm before = formOf(profiles.reveal(owner, organisation.id()));

    profiles.save(owner, withContact(before, "赵六", Fresh.phone()));

    assertThat(states.of(organisation.id(), "gscamce")).isEqualTo(INCOMPLETE);
    assertThat(Refused.codes(() -> review.approve(accounts.staff(Role.REVIEWER), task)))
        .containsExactly("TASK_DONE");

    profiles.submit(owner, "gscamce");
    assertThat(openTask(organisation.id())).isNotEqualTo(task);
  }

  @Test
  void submitting_makes_a_task_for_the_halls_reviewers() {
    OrganisationView organisation = organisations.of(owner);

    profiles.submit(owner, "gscamce");

    assertThat(states.of(organisation.id(), "gscamce")).isEqualTo(PENDING);
    assertThat(states.of(organisation.id(), "elsewhere")).isEqualTo(INCOMPLETE);
    var task = dsl.fetchSingle(HUMAN_TASK, HUMAN_TASK.ORGANISATION_ID.eq(organisation.id()));
    assertThat(task.getQueue()).isEqualTo("profile");
    assertThat(task.getHall()).isEqualTo("gscamce");
    assertThat(task.getState()).isEqualTo("OPEN");
    assertThat(task.getSubject()).isEqualTo(organisation.name());
    assertThat(task.getJobKey()).isNull();
    assertThat(task.getRound()).isOne();
  }

  @Test
  void a_profile_is_submitted_once_per_hall() {
    organisations.of(owner);
    profiles.submit(owner, "gscamce");
    assertThat(Refused.codes(() -> profiles.submit(owner, "gscamce")))
        .containsExactly("PROFILE_PENDING");

    Actor approved = accounts.applicant();
    organisations.approved(approved, "gscamce");
    assertThat(Refused.codes(() -> profiles.submit(approved, "gscamce")))
        .containsExactly("PROFILE_APPROVED");
  }

  @Test
  void there_is_nothing_to_submit_without_a_profile_or_to_a_hall_without_form() {
    assertThat(Refused.codes(() -> profiles.submit(owner, "gscamce")))
        .containsExactly("ORGANISATION_MISSING");
    assertThat(Refused.codes(() -> profiles.submit(owner, "nowhere")))
        .containsExactly("HALL_UNKNOWN");
  }

  private long openTask(long organisationId) {
    return dsl.fetchSingle(
            HUMAN_TASK,
            HUMAN_TASK.ORGANISATION_ID.eq(organisationId).and(HUMAN_TASK.STATE.eq("OPEN")))
        .getId();
  }
}
