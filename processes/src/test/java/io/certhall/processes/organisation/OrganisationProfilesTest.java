package io.certhall.processes.organisation;

import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static io.certhall.db.generated.Tables.ORGANISATION;
import static io.certhall.processes.organisation.ApprovalState.APPROVED;
import static io.certhall.processes.organisation.ApprovalState.INCOMPLETE;
import static io.certhall.processes.organisation.Forms.changed;
import static io.certhall.processes.organisation.Forms.formOf;
import static io.certhall.processes.organisation.Forms.withContact;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.identifier.ResidentId;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.Fresh;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrganisations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class OrganisationProfilesTest {

  private final OrganisationProfiles profiles;
  private final ApprovalStates states;
  private final TestAccounts accounts;
  private final TestOrganisations organisations;
  private final DSLContext dsl;
  private final OrganisationForm form = TestOrganisations.form();
  private Actor owner = Actor.SYSTEM;

  OrganisationProfilesTest(
      OrganisationProfiles profiles,
      ApprovalStates states,
      TestAccounts accounts,
      TestOrganisations organisations,
      DSLContext dsl) {
    this.profiles = profiles;
    this.states = states;
    this.accounts = accounts;
    this.organisations = organisations;
    this.dsl = dsl;
  }

  @BeforeEach
  void makeOwner() {
    owner = accounts.applicant();
  }

  @Test
  @Tag("GS-17")
  void a_profile_is_saved_and_shown_masked() {
    SavedOrganisation saved = profiles.save(owner, form);

    assertThat(saved.warnings()).isEmpty();
    OrganisationView view = profiles.of(owner).orElseThrow();
    assertThat(view).isEqualTo(saved.organisation());
    assertThat(view.name()).isEqualTo(form.name());
    assertThat(view.legalRepIdNo()).isEqualTo(masked(form.legalRepIdNo(), 4)).contains("*");
    assertThat(view.legalRepPhone()).isEqualTo(masked(form.legalRepPhone(), 3));
    assertThat(view.contactPhone()).isEqualTo(masked(form.contactPhone(), 3));
    assertThat(states.of(view.id(), "gscamce")).isEqualTo(INCOMPLETE);
    assertThat(states.all(view.id())).isEmpty();
  }

  @Test
  void personal_data_are_not_readable_in_the_database() {
    long id = profiles.save(owner, form).organisation().id();

    var row = dsl.fetchSingle(ORGANISATION, ORGANISATION.ID.eq(id));
    assertThat(new String(row.getLegalRepIdEnc(), StandardCharsets.ISO_8859_1))
        .doesNotContain(Objects.requireNonNull(form.legalRepIdNo()));
    assertThat(row.getContactPhoneHash()).hasSize(32);
  }

  @Test
  @Tag("GS-17")
  @Tag("CFCA-12")
  @Tag("CFCA-14")
  @Tag("SD-19")
  @Tag("SZ-17")
  void everything_wrong_with_a_profile_is_said_at_once() {
    Refusal refusal =
        Refused.by(
            () ->
                profiles.save(
                    owner,
                    new OrganisationForm(
                        " ",
                        "SCROLL",
                        "123",
                        "x".repeat(101),
                        "340524198001010011",
                        "110",
                        null,
                        "李四",
                        "",
                        "甘肃",
                        "兰州",
                        null)));

    assertThat(refusal.kind()).isEqualTo(RefusalKind.RULE);
    assertThat(refusal.problems())
        .extracting(problem -> problem.path() + " " + problem.code())
        .containsExactly(
            "name FIELD_REQUIRED",
            "documentType DOCUMENT_TYPE_UNKNOWN",
            "creditCode CREDIT_CODE_FORM",
            "legalRepName FIELD_TOO_LONG",
            "legalRepIdNo ID_NO_CHECK_DIGIT",
            "legalRepPhone PHONE_FORM",
            "registeredAddress FIELD_REQUIRED",
            "contactPhone FIELD_REQUIRED");
    assertThat(profiles.of(owner)).isEmpty();
  }

  @Test
  void a_legal_representative_is_not_born_in_the_future() {
    String unborn = idNoOf("62010221000101123");

    assertThat(Refused.codes(() -> profiles.save(owner, changed(form, null, null, unborn, null))))
        .containsExactly("ID_NO_BIRTH_DATE");
  }

  @Test
  void a_wrong_check_digit_of_the_credit_code_warns_and_does_not_block() {
    String right = Objects.requireNonNull(form.creditCode());
    String wrong = right.substring(0, 17) + (right.endsWith("A") ? "B" : "A");

    SavedOrganisation saved = profiles.save(owner, changed(form, null, wrong, null, null));

    assertThat(saved.warnings())
        .containsExactly(Problem.of("creditCode", "CREDIT_CODE_CHECK_DIGIT"));
    assertThat(saved.organisation().creditCode()).isEqualTo(wrong);
  }

  @Test
  @Tag("AC-31")
  @Tag("SD-07")
  void a_credit_code_belongs_to_one_account_and_the_refusal_hints_at_the_old_one() {
    profiles.save(owner, form);
    Actor other = accounts.applicant();

    assertThat(
            Refused.codes(
                () ->
                    profiles.save(
                        other,
                        changed(TestOrganisations.form(), null, form.creditCode(), null, null))))
        .containsExactly("CREDIT_CODE_TAKEN");

    OrganisationView own = organisations.of(other);
    assertThat(
            Refused.codes(
                () ->
                    profiles.save(
                        other,
                        changed(TestOrganisations.form(), null, form.creditCode(), null, null))))
        .containsExactly("CREDIT_CODE_TAKEN");
    assertThat(profiles.of(other)).contains(own);
  }

  @Test
  void of_parallel_profiles_with_one_credit_code_one_is_saved() throws Exception {
    List<Actor> owners = Stream.generate(accounts::applicant).limit(4).toList();

    List<String> outcomes;
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<String>> calls =
          owners.stream().map(one -> (Callable<String>) () -> outcome(one)).toList();
      outcomes = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }

    assertThat(outcomes).containsOnlyOnce("saved");
    assertThat(outcomes).filteredOn("CREDIT_CODE_TAKEN"::equals).hasSize(3);
  }

  @Test
  void a_stale_version_is_refused_and_the_current_one_is_accepted() {
    int version = profiles.save(owner, form).organisation().version();
    profiles.save(owner, changed(form, "新名称建设有限公司", null, null, version));

    Refusal refusal =
        Refused.by(() -> profiles.save(owner, changed(form, "另一名称", null, null, version)));

    assertThat(refusal.kind()).isEqualTo(RefusalKind.CONFLICT);
    assertThat(refusal.code()).isEqualTo("STALE_VERSION");
    assertThat(profiles.of(owner).orElseThrow().name()).isEqualTo("新名称建设有限公司");
    assertThat(profiles.of(owner).orElseThrow().version()).isEqualTo(version + 1);
  }

  @Test
  void saving_without_a_change_changes_nothing() {
    OrganisationView approved = organisations.approved(owner, "gscamce");
    Organisation all = profiles.reveal(owner, approved.id());

    SavedOrganisation again = profiles.save(owner, formOf(all));

    assertThat(again.organisation()).isEqualTo(approved);
    assertThat(states.of(approved.id(), "gscamce")).isEqualTo(APPROVED);
  }

  @Test
  void staff_have_no_profile_of_their_own() {
    Actor reviewer = accounts.staff(Role.REVIEWER);

    assertThat(Refused.codes(() -> profiles.save(reviewer, form))).containsExactly("ROLE_MISSING");
    assertThat(Refused.codes(() -> profiles.submit(reviewer, "gscamce")))
        .containsExactly("ROLE_MISSING");
  }

  @Test
  @Tag("GS-17")
  void owner_and_reviewers_may_see_everything_and_it_is_audited() {
    OrganisationView organisation = organisations.of(owner);
    Actor reviewer = accounts.staff(Role.REVIEWER);

    assertThat(profiles.reveal(owner, organisation.id()).legalRepName()).isEqualTo("张三");
    assertThat(profiles.reveal(reviewer, organisation.id()).legalRepId().value()).hasSize(18);
    assertThat(
            dsl.selectFrom(AUDIT_LOG)
                .where(AUDIT_LOG.ACTION.eq("organisation.revealed"))
                .and(AUDIT_LOG.ENTITY_ID.eq(Long.toString(organisation.id())))
                .fetch(AUDIT_LOG.ACTOR_ID))
        .containsExactly(owner.accountId(), reviewer.accountId());
  }

  @Test
  void other_staff_see_the_masked_profile_only() {
    OrganisationView organisation = organisations.of(owner);
    Actor dispatcher = accounts.staff(Role.DISPATCHER);

    assertThat(profiles.view(dispatcher, organisation.id())).isEqualTo(organisation);
    assertThat(Refused.by(() -> profiles.reveal(dispatcher, organisation.id())).kind())
        .isEqualTo(RefusalKind.NOT_FOUND);
  }

  @Test
  void to_other_applicants_an_organisation_does_not_exist() {
    OrganisationView organisation = organisations.of(owner);
    Actor stranger = accounts.applicant();

    assertThat(Refused.by(() -> profiles.view(stranger, organisation.id())).kind())
        .isEqualTo(RefusalKind.NOT_FOUND);
    assertThat(Refused.by(() -> profiles.reveal(stranger, organisation.id())).kind())
        .isEqualTo(RefusalKind.NOT_FOUND);
    assertThat(profiles.of(stranger)).isEmpty();
  }

  @Test
  void the_audit_names_changed_fields_and_no_values() {
    OrganisationView organisation = organisations.of(owner);
    OrganisationForm before = formOf(profiles.reveal(owner, organisation.id()));
    String phone = Fresh.phone();

    profiles.save(owner, withContact(before, "赵六", phone));

    String detail =
        dsl.select(AUDIT_LOG.DETAIL)
            .from(AUDIT_LOG)
            .where(AUDIT_LOG.ACTION.eq("organisation.changed"))
            .and(AUDIT_LOG.ENTITY_ID.eq(Long.toString(organisation.id())))
            .fetchSingle(AUDIT_LOG.DETAIL);
    assertThat(detail).contains("contactName", "contactPhone").doesNotContain(phone);
  }

  private String outcome(Actor one) {
    try {
      profiles.save(one, form);
      return "saved";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  private static String masked(@Nullable String text, int head) {
    String value = Objects.requireNonNull(text);
    return value.substring(0, head)
        + "*".repeat(value.length() - head - 4)
        + value.substring(value.length() - 4);
  }

  private static String idNoOf(String body) {
    return "0123456789X"
        .chars()
        .mapToObj(last -> body + (char) last)
        .filter(text -> ResidentId.defect(text).isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
