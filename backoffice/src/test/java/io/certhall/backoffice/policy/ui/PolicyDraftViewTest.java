package io.certhall.backoffice.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.policy.PolicyDraft;
import io.certhall.processes.policy.PolicyDrafts;
import io.certhall.processes.policy.PolicyHistory;
import io.certhall.processes.policy.PolicyPublication;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.FreshHall;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyDraftViewTest extends Screen {

  private final Fixtures fixtures;
  private final PolicyPublication publication;
  private final PublishedPolicies policies;
  private final PolicyDrafts drafts;
  private final PolicyHistory history;
  private String hall = "";
  private Actor manager = Actor.SYSTEM;

  PolicyDraftViewTest(
      Fixtures fixtures,
      PolicyPublication publication,
      PublishedPolicies policies,
      PolicyDrafts drafts,
      PolicyHistory history) {
    this.fixtures = fixtures;
    this.publication = publication;
    this.policies = policies;
    this.drafts = drafts;
    this.history = history;
  }

  @BeforeEach
  void begin() {
    hall = FreshHall.published(publication);
    manager = fixtures.staff(Role.MANAGER);
    signIn(manager);
  }

  @Test
  void the_draft_opens_with_the_process_and_all_its_files() {
    PolicyDraftView page = openDraft();

    assertThat(find(ModelEditor.class, page).all()).hasSize(1);
    assertThat(words()).contains("主流程", "价格", "材料", "限制", "大厅设置", "通知模板", "共用流程", "缴费", "检查通过");
    assertThat(drafts.find(manager, hall)).isPresent();
  }

  @Test
  void a_setting_is_changed_in_its_field_saved_and_published_with_a_reason() {
    PolicyDraftView page = openDraft();
    page.choose("hall.yaml", "");
    type("服务电话", "0931-8888888");
    assertThat(words()).contains("有未保存的修改", "已改");

    click("保存");
    assertThat(words()).contains(manager.name() + " 于");
    click("发布");
    Dialog dialog = find(Dialog.class).single();
    assertThat(words(dialog)).contains("0931-4000000", "0931-8888888");
    confirm(dialog, "发布");
    assertThat(find(TextArea.class, dialog).single().isInvalid()).isTrue();
    test(find(TextArea.class, dialog).single()).setValue("更换服务电话");
    confirm(dialog, "发布");

    assertThat(told()).contains("当前为第 2 版");
    assertThat(policies.active(hall).settings().contacts().phone()).isEqualTo("0931-8888888");
    assertThat(history.of(manager, hall).getFirst().note()).isEqualTo("更换服务电话");
  }

  @Test
  void fields_and_text_of_the_settings_follow_each_other() {
    PolicyDraftView page = openDraft();
    page.choose("hall.yaml", "");
    test(find(IntegerField.class, page).withLabel("最长年限").single()).setValue(4);
    TextArea text = find(TextArea.class, page).single();
    assertThat(text.getValue()).contains("years: {min: 1, max: 4}").contains("# 甘肃中工国际");

    test(text).setValue(text.getValue().replace("max: 4", "max: 3"));

    assertThat(find(IntegerField.class, page).withLabel("最长年限").single().getValue()).isEqualTo(3);
  }

  @Test
  void an_error_is_found_while_typing_marks_the_field_and_blocks_publishing() {
    PolicyDraftView page = openDraft();
    page.choose("hall.yaml", "");

    test(find(IntegerField.class, page).withLabel("最长年限").single()).setValue(44);

    assertThat(words(find(FindingList.class, page).single()))
        .contains("1 个错误", "years.max", "应在1到10之间");
    assertThat(find(IntegerField.class, page).withLabel("最长年限").single().isInvalid()).isTrue();
    assertThat(button("发布").isEnabled()).isFalse();

    test(find(IntegerField.class, page).withLabel("最长年限").single()).setValue(5);
    assertThat(button("发布").isEnabled()).isTrue();
  }

  @Test
  void a_finding_leads_to_its_file() {
    PolicyDraft draft = drafts.open(manager, hall);
    drafts.save(
        manager,
        hall,
        draft.version(),
        "messages.yaml",
        draft.files().get("messages.yaml").replace("MSG-23", "MSG-99"));
    PolicyDraftView page = openDraft();
    FindingList findings = find(FindingList.class, page).single();
    assertThat(words(findings)).contains("通知未定义：MSG-23");

    test(find(Button.class, findings).all().getFirst()).click();

    assertThat(find(ModelEditor.class, page).all()).hasSize(1);
  }

  @Test
  void what_a_colleague_saved_meanwhile_is_not_overwritten() {
    PolicyDraftView page = openDraft();
    page.choose("hall.yaml", "");
    Actor colleague = fixtures.staff(Role.MANAGER);
    PolicyDraft theirs = drafts.find(colleague, hall).orElseThrow();
    drafts.save(
        colleague,
        hall,
        theirs.version(),
        "hall.yaml",
        theirs.files().get("hall.yaml").replace("0931-4000000", "0931-1111111"));
    type("服务电话", "0931-8888888");

    click("保存");

    assertThat(words()).contains("修改没有保存", colleague.name());
    click("载入最新草稿");
    assertThat(find(TextField.class, page).withLabel("服务电话").single().getValue())
        .isEqualTo("0931-1111111");
  }

  @Test
  void an_outdated_draft_says_so_and_is_merged() {
    PolicyDraft draft = drafts.open(manager, hall);
    drafts.save(
        manager,
        hall,
        draft.version(),
        "hall.yaml",
        draft.files().get("hall.yaml").replace("0931-4000000", "0931-2222222"));
    var files = new java.util.TreeMap<>(policies.active(hall).pack().files());
    files.computeIfPresent("hall.yaml", (n, t) -> t.replace("max: 5}", "max: 3}"));
    publication.publish(
        fixtures.staff(Role.MANAGER), io.certhall.bpmn.PackReader.read(files), "缩短年限");
    openDraft();
    assertThat(words()).contains("有人发布了更新的版本");

    drafts.rebase(
        manager, hall, drafts.find(manager, hall).orElseThrow().version(), java.util.Set.of());
    openDraft();

    assertThat(words()).doesNotContain("有人发布了更新的版本");
  }

  @Test
  void an_example_price_list_is_confirmed_with_a_button() {
    PolicyDraft draft = drafts.open(manager, hall);
    String yaml = draft.files().get("hall.yaml");
    Assertions.assertThat(yaml).contains("status: CONFIRMED");
    drafts.save(manager, hall, draft.version(), "hall.yaml", yaml.replace("CONFIRMED", "EXAMPLE"));
    PolicyDraftView page = openDraft();
    page.choose("hall.yaml", "");
    assertThat(words()).contains("价目表还是示例");

    click("确认价目");

    assertThat(told()).contains("价目表已在草稿中确认");
    assertThat(words()).doesNotContain("价目表还是示例");
    assertThat(drafts.find(manager, hall).orElseThrow().files().get("hall.yaml"))
        .contains("status: CONFIRMED");
  }

  @Test
  void an_earlier_version_is_compared_and_brought_back() {
    var files = new java.util.TreeMap<>(policies.active(hall).pack().files());
    files.computeIfPresent("hall.yaml", (n, t) -> t.replace("0931-4000000", "0931-9999999"));
    publication.publish(manager, io.certhall.bpmn.PackReader.read(files), "换电话");
    PoliciesView page = navigate(PoliciesView.class, hall);
    var tabs = find(com.vaadin.flow.component.tabs.TabSheet.class, page).single();
    tabs.setSelectedIndex(tabs.getTabCount() - 1);
    assertThat(words(tabs.getComponent(tabs.getTabAt(tabs.getTabCount() - 1))))
        .contains("换电话", "首版");

    click("与前一版比较");
    assertThat(words(find(DifferencePanel.class, page).single()))
        .contains("0931-4000000", "0931-9999999");
    click("恢复此版本");
    Dialog dialog = find(Dialog.class).single();
    test(find(TextArea.class, dialog).single()).setValue("电话换错了");
    confirm(dialog, "恢复此版本");

    assertThat(policies.active(hall).settings().contacts().phone()).isEqualTo("0931-4000000");
    assertThat(history.of(manager, hall).getFirst().restoredVersionNo()).isEqualTo(1);
  }

  @Test
  void who_only_audits_does_not_get_to_the_editor() {
    signIn(fixtures.staff(Role.AUDITOR));

    Assertions.assertThatThrownBy(() -> navigate(PolicyDraftView.class, hall))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private PolicyDraftView openDraft() {
    return navigate(PolicyDraftView.class, hall);
  }

  private Button button(String text) {
    return find(Button.class).withText(text).all().getFirst();
  }

  private void confirm(Dialog dialog, String text) {
    List<Button> buttons =
        find(Button.class).withText(text).all().stream()
            .filter(button -> isIn(button, dialog))
            .toList();
    test(buttons.getFirst()).click();
  }

  private static boolean isIn(Button button, Dialog dialog) {
    for (var part = button.getElement(); part != null; part = part.getParent()) {
      if (part.equals(dialog.getElement())) {
        return true;
      }
    }
    return false;
  }
}
