package io.certhall.processes.policy;

import static io.certhall.db.generated.Tables.AUDIT_LOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.refusal.RefusalTexts;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.FreshHall;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ProcessesTest
class PolicyDraftsTest {

  private static final String SETTINGS = "hall.yaml";
  private static final String FEES = "fees.dmn";

  private final PolicyDrafts drafts;
  private final PolicyDraftPublication publishing;
  private final PolicyPublication publication;
  private final TestAccounts accounts;
  private final DSLContext dsl;
  private String hall = "";
  private Actor manager = Actor.SYSTEM;

  PolicyDraftsTest(
      PolicyDrafts drafts,
      PolicyDraftPublication publishing,
      PolicyPublication publication,
      TestAccounts accounts,
      DSLContext dsl) {
    this.drafts = drafts;
    this.publishing = publishing;
    this.publication = publication;
    this.accounts = accounts;
    this.dsl = dsl;
  }

  @BeforeEach
  void openHall() {
    hall = FreshHall.published(publication);
    manager = accounts.staff(Role.MANAGER);
  }

  @Test
  void a_draft_begins_as_what_runs_and_is_shared_by_all_managers() {
    PolicyDraft draft = drafts.open(manager, hall);

    assertThat(draft.baseVersionNo()).isEqualTo(1);
    assertThat(draft.files()).containsKeys("order.bpmn", FEES, SETTINGS, "shared/review.bpmn");
    assertThat(draft.startedBy()).isEqualTo(manager.name());
    assertThat(draft.editors()).isEmpty();
    assertThat(drafts.open(accounts.staff(Role.MANAGER), hall)).isEqualTo(draft);
    assertThat(drafts.isCurrent(draft)).isTrue();
  }

  @Test
  void a_saved_file_is_kept_with_who_and_leaves_an_audit_row() {
    PolicyDraft draft = drafts.open(manager, hall);

    PolicyDraft saved =
        drafts.save(manager, hall, draft.version(), SETTINGS, settings(draft, "0931-7654321"));

    assertThat(saved.files().get(SETTINGS)).contains("0931-7654321").doesNotContain("\r");
    assertThat(saved.version()).isGreaterThan(draft.version());
    assertThat(saved.editedBy()).isEqualTo(manager.name());
    assertThat(saved.editors()).containsExactly(manager.accountId());
    assertThat(
            dsl.select(AUDIT_LOG.ACTION)
                .from(AUDIT_LOG)
                .where(AUDIT_LOG.HALL.eq(hall), AUDIT_LOG.ENTITY.eq("policy"))
                .orderBy(AUDIT_LOG.ID)
                .fetch(AUDIT_LOG.ACTION))
        .containsSubsequence("policy.draft.begun", "policy.draft.saved");
  }

  @Test
  void saving_what_is_there_already_changes_nothing() {
    PolicyDraft draft = drafts.open(manager, hall);

    assertThat(drafts.save(manager, hall, 0, SETTINGS, draft.files().get(SETTINGS)))
        .isEqualTo(draft);
  }

  @Test
  void a_save_on_top_of_a_colleague_s_is_refused_with_who_and_when() {
    PolicyDraft seen = drafts.open(manager, hall);
    Actor colleague = accounts.staff(Role.MANAGER);
    drafts.save(colleague, hall, seen.version(), SETTINGS, settings(seen, "0931-1111111"));

    var refusal =
        Refused.by(
            () ->
                drafts.save(
                    manager, hall, seen.version(), SETTINGS, settings(seen, "0931-2222222")));

    assertThat(refusal.code()).isEqualTo("POLICY_DRAFT_STALE");
    assertThat(RefusalTexts.text(refusal.problems().getFirst(), Locale.SIMPLIFIED_CHINESE))
        .contains(colleague.name())
        .containsPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    assertThat(drafts.find(manager, hall).orElseThrow().files().get(SETTINGS))
        .contains("0931-1111111");
  }

  @Test
  void a_stale_manager_can_neither_discard_submit_nor_publish() {
    PolicyDraft seen = drafts.open(manager, hall);
    Actor colleague = accounts.staff(Role.MANAGER);
    drafts.save(colleague, hall, seen.version(), SETTINGS, settings(seen, "0931-1111111"));

    assertThat(Refused.codes(() -> drafts.discard(manager, hall, seen.version())))
        .containsExactly("POLICY_DRAFT_STALE");
    assertThat(Refused.codes(() -> publishing.submit(manager, hall, seen.version(), "换电话")))
        .containsExactly("POLICY_DRAFT_STALE");
    assertThat(Refused.codes(() -> publishing.publish(manager, hall, seen.version(), "换电话")))
        .containsExactly("POLICY_DRAFT_STALE");
  }

  @Test
  void a_discarded_draft_is_gone_for_everyone() {
    PolicyDraft draft = drafts.open(manager, hall);

    drafts.discard(accounts.staff(Role.MANAGER), hall, draft.version());

    assertThat(drafts.find(manager, hall)).isEmpty();
    assertThat(Refused.codes(() -> drafts.save(manager, hall, 0, SETTINGS, "x: 1")))
        .containsExactly("POLICY_DRAFT_GONE");
  }

  @Test
  void files_nobody_knows_empty_and_huge_ones_are_refused() {
    drafts.open(manager, hall);

    assertThat(Refused.codes(() -> drafts.save(manager, hall, 0, "../etc/passwd", "x")))
        .containsExactly("POLICY_FILE_UNKNOWN");
    assertThat(Refused.codes(() -> drafts.save(manager, hall, 0, FEES, "  ")))
        .containsExactly("POLICY_FILE_EMPTY");
    assertThat(Refused.codes(() -> drafts.save(manager, hall, 0, FEES, "x".repeat(1_000_001))))
        .containsExactly("POLICY_FILE_LARGE");
  }

  @Test
  void a_new_shared_block_may_be_added() {
    PolicyDraft draft = drafts.open(manager, hall);

    PolicyDraft saved =
        drafts.save(
            manager,
            hall,
            draft.version(),
            "shared/second-look.bpmn",
            draft.files().get("shared/review.bpmn"));

    assertThat(saved.files()).containsKey("shared/second-look.bpmn");
  }

  @Test
  void only_managers_edit_and_others_of_the_house_may_look() {
    drafts.open(manager, hall);

    for (Actor other :
        new Actor[] {
          accounts.applicant(),
          accounts.staff(Role.REVIEWER, Role.PRODUCER, Role.DISPATCHER, Role.FINANCE),
          accounts.staff(Role.ADMIN),
          accounts.staff(Role.AUDITOR)
        }) {
      assertThat(Refused.codes(() -> drafts.open(other, hall))).containsExactly("ROLE_MISSING");
      assertThat(Refused.codes(() -> drafts.save(other, hall, 0, SETTINGS, "x: 1")))
          .containsExactly("ROLE_MISSING");
      assertThat(Refused.codes(() -> drafts.discard(other, hall, 0)))
          .containsExactly("ROLE_MISSING");
      assertThat(Refused.codes(() -> drafts.rebase(other, hall, 0, Set.of())))
          .containsExactly("ROLE_MISSING");
      assertThat(Refused.codes(() -> publishing.publish(other, hall, 0, "为什么")))
          .containsExactly("ROLE_MISSING");
      assertThat(Refused.codes(() -> publishing.restore(other, hall, 1, "为什么")))
          .containsExactly("ROLE_MISSING");
    }
    assertThat(drafts.find(accounts.staff(Role.AUDITOR), hall)).isPresent();
    assertThat(Refused.codes(() -> drafts.find(accounts.applicant(), hall)))
        .containsExactly("ROLE_MISSING");
  }

  @Test
  void a_hall_without_a_policy_has_nothing_to_draft() {
    assertThat(Refused.codes(() -> drafts.open(manager, "nowhere")))
        .containsExactly("HALL_UNKNOWN");
  }

  static String settings(PolicyDraft draft, String phone) {
    return SettingsText.of(draft.files().get(SETTINGS)).with("contacts.phone", phone).text();
  }
}
