package io.certhall.backoffice.organisation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.organisation.People;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PeopleViewTest extends Screen {

  private final Fixtures fixtures;
  private final TestOrders orders;
  private final People people;

  PeopleViewTest(Fixtures fixtures, TestOrders orders, People people) {
    this.fixtures = fixtures;
    this.orders = orders;
    this.people = people;
  }

  @Test
  void without_an_organisation_the_page_leads_to_the_profile() {
    signIn(fixtures.applicant());

    open("people");
    click("前往企业信息");

    assertThat(getCurrentView()).isInstanceOf(ProfileView.class);
  }

  @Test
  @Tag("GS-16")
  @Tag("GS-18")
  @Tag("GS-19")
  void a_person_is_added_and_shown_with_a_masked_number() {
    Actor applicant = orders.applicant();
    String idNo = FreshNumbers.idNo();
    signIn(applicant);
    open("people");

    click("添加人员");
    enter("姓名", "赵六");
    enter("身份证号", idNo);
    enter("职务", "造价工程师");
    click("保存");

    assertThat(words()).contains("赵六").contains("造价工程师").doesNotContain(idNo);
  }

  @Test
  void a_wrong_number_is_told_in_the_dialog_and_nobody_is_added() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    open("people");
    click("添加人员");
    enter("姓名", "赵六");
    enter("身份证号", "123");
    enter("职务", "项目经理");

    click("保存");

    assertThat(words(find(PersonDialog.class).single())).contains("身份证号须为18位");
    assertThat(people.list(applicant)).isEmpty();
  }

  @Test
  void removing_asks_first() {
    Actor applicant = orders.applicant();
    fixtures.person(applicant, "赵六");
    signIn(applicant);
    open("people");

    click("删除");
    assertThat(people.list(applicant)).hasSize(1);
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(people.list(applicant)).isEmpty();
    assertThat(words()).contains("还没有人员");
  }

  private void enter(String label, String text) {
    test(find(TextField.class).withLabel(label).single()).setValue(text);
  }
}
