package io.certhall.processes.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.bpmn.ItemFacts;
import io.certhall.bpmn.MaterialItem;
import io.certhall.bpmn.MaterialTable;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.refusal.RefusalTexts;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.FreshHall;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessesTest
class PolicyDraftPublicationTest {

  private static final String SETTINGS = "hall.yaml";
  private static final String FEES = "fees.dmn";
  private static final String MATERIALS = "materials.dmn";
  private static final String ORDER = "order.bpmn";

  private final PolicyDrafts drafts;
  private final PolicyDraftPublication publishing;
  private final PolicyDraftPublication byTwo;
  private final PolicyPublication publication;
  private final PublishedPolicies policies;
  private final PolicyHistory history;
  private final TestAccounts accounts;
  private final TransactionTemplate transaction;
  private String hall = "";
  private Actor manager = Actor.SYSTEM;

  PolicyDraftPublicationTest(
      PolicyDrafts drafts,
      PolicyDraftRepository repository,
      PolicyDraftPublication publishing,
      PolicyPublication publication,
      PublishedPolicies policies,
      PolicyHistory history,
      TestAccounts accounts,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.drafts = drafts;
    this.publishing = publishing;
    this.publication = publication;
    this.policies = policies;
    this.history = history;
    this.accounts = accounts;
    this.transaction = transaction;
    this.byTwo =
        new PolicyDraftPublication(
            drafts, repository, publication, policies, new PolicySettings(true), audit, clock);
  }

  @BeforeEach
  void openHall() {
    hall = FreshHall.published(publication);
    manager = accounts.staff(Role.MANAGER);
  }

  @Test
  void a_raised_fee_and_a_new_document_hold_for_what_comes_and_not_for_what_runs() {
    long running = policies.active(hall).id();
    PolicyDraft draft = edit(FEES, "<text>20000</text>", "<text>26000</text>");
    draft = saved(draft, MATERIALS, withBusinessLicence(draft.files().get(MATERIALS)));

    long id = publishing.publish(manager, hall, draft.version(), "证书服务费调整");

    assertThat(policies.active(hall).id()).isEqualTo(id);
    assertThat(serviceFee(policies.active(hall))).isEqualTo(26_000);
    assertThat(documents(policies.active(hall))).contains("BUSINESS_LICENCE");
    assertThat(serviceFee(policies.under(hall, running))).isEqualTo(20_000);
    assertThat(documents(policies.under(hall, running))).doesNotContain("BUSINESS_LICENCE");
    assertThat(policies.under(hall, running).processId())
        .isNotEqualTo(policies.active(hall).processId());
    assertThat(drafts.find(manager, hall)).isEmpty();
  }

  @Test
  void the_history_tells_who_when_and_why() {
    PolicyDraft draft = edit(FEES, "<text>20000</text>", "<text>26000</text>");

    publishing.publish(manager, hall, draft.version(), "证书服务费调整");

    PolicyHistory.Version newest = history.of(manager, hall).getFirst();
    assertThat(newest.versionNo()).isEqualTo(2);
    assertThat(newest.note()).isEqualTo("证书服务费调整");
    assertThat(newest.publishedBy()).isEqualTo(manager.name());
    assertThat(newest.preparedBy()).isEqualTo(manager.name());
    assertThat(newest.active()).isTrue();
  }

  @Test
  void nothing_is_published_without_a_reason() {
    PolicyDraft draft = edit(FEES, "<text>20000</text>", "<text>26000</text>");

    assertThat(Refused.codes(() -> publishing.publish(manager, hall, draft.version(), "  ")))
        .containsExactly("FIELD_REQUIRED");
    assertThat(
            Refused.codes(
                () -> publishing.publish(manager, hall, draft.version(), "长".repeat(501))))
        .containsExactly("FIELD_TOO_LONG");
    assertThat(policies.active(hall).versionNo()).isEqualTo(1);
  }

  @Test
  void errors_of_the_checks_block_with_their_place_and_words() {
    PolicyDraft draft = edit(ORDER, "type=\"complete-order\"", "type=\"nobody-does-this\"");

    var refusal = Refused.by(() -> publishing.publish(manager, hall, draft.version(), "换一个处理程序"));

    assertThat(refusal.kind()).isEqualTo(RefusalKind.RULE);
    assertThat(refusal.problems()).extracting("path").contains(ORDER);
    assertThat(RefusalTexts.text(refusal.problems().getFirst(), Locale.SIMPLIFIED_CHINESE))
        .contains(ORDER, "没有处理程序：nobody-does-this");
    assertThat(RefusalTexts.text(refusal.problems().getFirst(), Locale.ENGLISH))
        .contains("no worker does nobody-does-this");
    assertThat(policies.active(hall).versionNo()).isEqualTo(1);
    assertThat(drafts.find(manager, hall)).isPresent();
  }

  @Test
  void a_file_that_is_no_policy_any_more_is_found_and_blocks() {
    PolicyDraft draft = drafts.open(manager, hall);
    PolicyDraft broken = saved(draft, SETTINGS, "code: [");

    assertThat(PolicyDraftChecks.of(hall, broken.files())).isNotEmpty();
    assertThat(Refused.codes(() -> publishing.publish(manager, hall, broken.version(), "试试")))
        .contains("POLICY_FINDING");
  }

  @Test
  void the_code_of_a_hall_can_not_become_another_s() {
    PolicyDraft draft = edit(SETTINGS, "code: " + hall, "code: gscamce");

    assertThat(PolicyDraftChecks.of(hall, draft.files()))
        .extracting("code")
        .contains("HALL_CODE_CHANGED");
    assertThat(Refused.codes(() -> publishing.publish(manager, hall, draft.version(), "接管")))
        .contains("POLICY_FINDING");
  }

  @Test
  void a_draft_without_changes_is_not_published() {
    PolicyDraft draft = drafts.open(manager, hall);

    assertThat(Refused.codes(() -> publishing.publish(manager, hall, draft.version(), "无")))
        .containsExactly("POLICY_UNCHANGED");
  }

  @Test
  void a_draft_whose_base_runs_no_longer_is_refused_until_it_is_brought_up() {
    PolicyDraft draft = edit(FEES, "<text>20000</text>", "<text>26000</text>");
    publishedByAColleague(SETTINGS, "0931-4000000", "0931-5555555");

    assertThat(Refused.codes(() -> publishing.publish(manager, hall, draft.version(), "调价")))
        .containsExactly("POLICY_BASE_OUTDATED");
    assertThat(drafts.isCurrent(draft)).isFalse();
    assertThat(drafts.merge(manager, draft).conflicts()).isEmpty();

    PolicyDraft merged = drafts.rebase(manager, hall, draft.version(), Set.of());
    publishing.publish(manager, hall, merged.version(), "调价");

    assertThat(serviceFee(policies.active(hall))).isEqualTo(26_000);
    assertThat(policies.active(hall).settings().contacts().phone()).isEqualTo("0931-5555555");
  }

  @Test
  void where_both_changed_a_file_the_manager_chooses() {
    PolicyDraft draft = edit(SETTINGS, "0931-4000000", "0931-6666666");
    publishedByAColleague(SETTINGS, "0931-4000000", "0931-5555555");

    assertThat(drafts.merge(manager, draft).conflicts()).containsExactly(SETTINGS);
    PolicyDraft mine = drafts.rebase(manager, hall, draft.version(), Set.of());
    assertThat(mine.files().get(SETTINGS)).contains("0931-6666666");
    assertThat(mine.baseVersionNo()).isEqualTo(2);
    assertThat(drafts.isCurrent(mine)).isTrue();
  }

  @Test
  void a_file_can_be_taken_as_it_runs_now() {
    PolicyDraft draft = edit(SETTINGS, "0931-4000000", "0931-6666666");
    publishedByAColleague(SETTINGS, "0931-4000000", "0931-5555555");

    PolicyDraft theirs = drafts.rebase(manager, hall, draft.version(), Set.of(SETTINGS));

    assertThat(theirs.files().get(SETTINGS)).contains("0931-5555555");
  }

  @Test
  void an_earlier_version_comes_back_as_a_new_one() {
    long first = policies.active(hall).id();
    PolicyDraft draft = edit(FEES, "<text>20000</text>", "<text>26000</text>");
    publishing.publish(manager, hall, draft.version(), "调价");

    publishing.restore(manager, hall, first, "调价有误，恢复原价");

    assertThat(policies.active(hall).versionNo()).isEqualTo(3);
    assertThat(serviceFee(policies.active(hall))).isEqualTo(20_000);
    PolicyHistory.Version newest = history.of(manager, hall).getFirst();
    assertThat(newest.restoredVersionNo()).isEqualTo(1);
    assertThat(newest.note()).isEqualTo("调价有误，恢复原价");
  }

  @Test
  void what_runs_already_is_not_brought_back_nor_another_hall_s_version() {
    long active = policies.active(hall).id();
    long other = policies.active("gscamce").id();

    assertThat(Refused.codes(() -> publishing.restore(manager, hall, active, "恢复")))
        .containsExactly("POLICY_UNCHANGED");
    assertThat(Refused.codes(() -> publishing.restore(manager, hall, other, "恢复")))
        .containsExactly("HALL_UNKNOWN");
    assertThat(Refused.codes(() -> publishing.restore(manager, hall, active, "")))
        .containsExactly("FIELD_REQUIRED");
  }

  @Test
  void where_two_are_needed_nobody_publishes_his_own_change() {
    Actor colleague = accounts.staff(Role.MANAGER);
    PolicyDraft draft = edit(FEES, "<text>20000</text>", "<text>26000</text>");

    assertThat(codesByTwo(() -> byTwo.publish(colleague, hall, draft.version(), "调价")))
        .containsExactly("POLICY_NOT_SUBMITTED");
    PolicyDraft submitted = inTransaction(() -> byTwo.submit(manager, hall, draft.version(), "调价"));
    assertThat(submitted.submission()).isNotNull();
    assertThat(codesByTwo(() -> byTwo.publish(manager, hall, submitted.version(), "调价")))
        .containsExactly("POLICY_OWN_CHANGE");

    inTransaction(() -> byTwo.publish(colleague, hall, submitted.version(), "已核对"));

    PolicyHistory.Version newest = history.of(manager, hall).getFirst();
    assertThat(newest.publishedBy()).isEqualTo(colleague.name());
    assertThat(newest.preparedBy()).isEqualTo(manager.name());
  }

  @Test
  void who_changed_anything_in_a_draft_is_no_second_pair_of_eyes() {
    Actor colleague = accounts.staff(Role.MANAGER);
    PolicyDraft draft = edit(FEES, "<text>20000</text>", "<text>26000</text>");
    PolicyDraft both =
        drafts.save(
            colleague,
            hall,
            draft.version(),
            SETTINGS,
            PolicyDraftsTest.settings(draft, "0931-1234567"));
    PolicyDraft submitted = inTransaction(() -> byTwo.submit(manager, hall, both.version(), "调价"));

    assertThat(codesByTwo(() -> byTwo.publish(colleague, hall, submitted.version(), "调价")))
        .containsExactly("POLICY_OWN_CHANGE");
  }

  @Test
  void a_change_takes_the_submission_back_and_so_does_its_author() {
    PolicyDraft draft = edit(FEES, "<text>20000</text>", "<text>26000</text>");
    PolicyDraft submitted = publishing.submit(manager, hall, draft.version(), "调价");
    assertThat(submitted.isSubmitted()).isTrue();

    PolicyDraft changed =
        saved(submitted, SETTINGS, PolicyDraftsTest.settings(draft, "0931-1234567"));
    assertThat(changed.isSubmitted()).isFalse();

    PolicyDraft again = publishing.submit(manager, hall, changed.version(), "调价");
    assertThat(publishing.withdraw(manager, hall, again.version()).isSubmitted()).isFalse();
  }

  @Test
  void a_draft_with_errors_is_not_submitted() {
    PolicyDraft draft = edit(ORDER, "type=\"complete-order\"", "type=\"nobody-does-this\"");

    assertThat(Refused.codes(() -> publishing.submit(manager, hall, draft.version(), "试试")))
        .contains("POLICY_FINDING");
  }

  @Test
  void where_two_are_needed_an_earlier_version_waits_for_the_second() {
    long first = policies.active(hall).id();
    publishedByAColleague(SETTINGS, "0931-4000000", "0931-5555555");

    inTransaction(() -> byTwo.restore(manager, hall, first, "恢复"));

    assertThat(policies.active(hall).versionNo()).isEqualTo(2);
    PolicyDraft waiting = drafts.find(manager, hall).orElseThrow();
    assertThat(waiting.isSubmitted()).isTrue();
    assertThat(codesByTwo(() -> byTwo.restore(manager, hall, first, "恢复")))
        .containsExactly("POLICY_DRAFT_IN_THE_WAY");
    Actor colleague = accounts.staff(Role.MANAGER);
    inTransaction(() -> byTwo.publish(colleague, hall, waiting.version(), "恢复"));
    assertThat(policies.active(hall).settings().contacts().phone()).isEqualTo("0931-4000000");
  }

  @Test
  void an_example_price_list_is_confirmed_in_the_draft() {
    PolicyDraft draft = edit(SETTINGS, "status: CONFIRMED", "status: EXAMPLE");
    assertThat(PriceListStatus.isExample(draft.files())).isTrue();

    PolicyDraft confirmed = saved(draft, SETTINGS, PriceListStatus.confirmed(draft.files()));

    assertThat(PriceListStatus.isExample(confirmed.files())).isFalse();
    assertThat(confirmed.files().get(SETTINGS)).contains("status: CONFIRMED");
  }

  private PolicyDraft edit(String file, String old, String now) {
    PolicyDraft draft = drafts.open(manager, hall);
    assertThat(draft.files().get(file)).contains(old);
    return saved(draft, file, draft.files().get(file).replace(old, now));
  }

  private PolicyDraft saved(PolicyDraft draft, String file, String content) {
    return drafts.save(manager, hall, draft.version(), file, content);
  }

  private void publishedByAColleague(String file, String old, String now) {
    var files = new java.util.TreeMap<>(policies.active(hall).pack().files());
    files.computeIfPresent(file, (name, text) -> text.replace(old, now));
    publication.publish(
        accounts.staff(Role.MANAGER), io.certhall.bpmn.PackReader.read(files), "同事的修改");
  }

  private <T> T inTransaction(Supplier<T> action) {
    return transaction.execute(status -> action.get());
  }

  private List<String> codesByTwo(Supplier<?> action) {
    return Refused.codes(() -> inTransaction(action));
  }

  private static long serviceFee(PublishedPolicy policy) {
    return policy
        .fees()
        .lines(new ItemFacts("NEW", "ORGANISATION", "ORG", 1, 1, false))
        .getFirst()
        .unitFen();
  }

  private static List<String> documents(PublishedPolicy policy) {
    return policy
        .materials()
        .items(
            "NEW",
            "ORGANISATION",
            "COURIER",
            List.of(
                new MaterialTable.Item(
                    1,
                    new ItemFacts("NEW", "ORGANISATION", "ORG", 1, 1, false),
                    List.of("OFFICIAL"))))
        .stream()
        .map(MaterialItem::code)
        .toList();
  }

  /** The row of the application form once more, as a manager copies it. */
  private static String withBusinessLicence(String dmn) {
    int from = dmn.indexOf("<rule id=\"materials-application-form\"");
    int to = dmn.indexOf("</rule>", from) + "</rule>".length();
    String copy =
        dmn.substring(from, to)
            .replace("materials-application-form", "materials-business-licence")
            .replace("\"APPLICATION_FORM\"", "\"BUSINESS_LICENCE\"")
            .replace("\"证书申请表\"", "\"营业执照\"")
            .replace("\"Application form\"", "\"Business licence\"")
            .replace("\"application-form\"", "\"\"");
    return dmn.substring(0, to) + "\n      " + copy + dmn.substring(to);
  }
}
