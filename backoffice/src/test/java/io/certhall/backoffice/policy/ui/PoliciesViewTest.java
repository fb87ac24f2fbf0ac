package io.certhall.backoffice.policy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.tabs.TabSheet;
import io.certhall.backoffice.diagram.ProcessDiagram;
import io.certhall.backoffice.policy.DecisionSheet;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Role;
import org.junit.jupiter.api.Test;

class PoliciesViewTest extends ViewTest {

  private final Fixtures fixtures;
  private final PublishedPolicies policies;

  PoliciesViewTest(Fixtures fixtures, PublishedPolicies policies) {
    this.fixtures = fixtures;
    this.policies = policies;
  }

  @Test
  void a_manager_reads_process_tables_settings_and_history() {
    signIn(fixtures.staff(Role.MANAGER));
    PoliciesView page = navigate(PoliciesView.class, "gscamce");
    TabSheet tabs = find(TabSheet.class, page).single();

    assertThat(find(ProcessDiagram.class, page).all()).hasSize(1);
    assertThat(tabs.getTabCount()).isGreaterThanOrEqualTo(6);
    assertThat(tabs.getTabAt(1).getLabel()).isEqualTo("价格");
    assertThat(content(tabs, 1)).contains("证书服务费", "20000");
    assertThat(content(tabs, tabs.getTabCount() - 1)).contains("随系统附带", "系统", "当前");
    assertThat(find(Button.class, page).withText("编辑草稿").all()).hasSize(1);
  }

  private static String content(TabSheet tabs, int index) {
    return words(tabs.getComponent(tabs.getTabAt(index)));
  }

  @Test
  void a_table_is_read_with_its_labels_and_plain_words() {
    DecisionSheet fees =
        DecisionSheet.of(policies.active("gscamce").pack().file("fees.dmn")).getFirst();

    assertThat(fees.hitPolicy()).isEqualTo("COLLECT");
    assertThat(fees.inputs()).contains("业务", "证书类型");
    assertThat(fees.rows().getFirst())
        .hasSize(fees.inputs().size() + fees.outputs().size() + 1)
        .contains("NEW", "CERT_NEW");
  }

  @Test
  void an_auditor_reads_and_edits_nothing() {
    signIn(fixtures.staff(Role.AUDITOR));
    PoliciesView page = navigate(PoliciesView.class, "gscamce");

    assertThat(find(Button.class, page).withText("编辑草稿").all()).isEmpty();
    assertThat(find(Button.class, page).withText("恢复此版本").all()).isEmpty();
  }

  @Test
  void who_only_reviews_has_no_business_here() {
    signIn(fixtures.staff(Role.REVIEWER));

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> navigate(PoliciesView.class))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
