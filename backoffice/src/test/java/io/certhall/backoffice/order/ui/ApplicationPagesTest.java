package io.certhall.backoffice.order.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.organisation.OrganisationProfiles;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.organisation.People;
import io.certhall.processes.organisation.PersonView;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the pages of an application show and offer. */
class ApplicationPagesTest extends Screen {

  private final TestOrders orders;
  private final OrganisationProfiles profiles;
  private final People people;
  private Actor applicant = Actor.SYSTEM;
  private String draft = "";

  ApplicationPagesTest(TestOrders orders, OrganisationProfiles profiles, People people) {
    this.orders = orders;
    this.profiles = profiles;
    this.people = people;
  }

  @BeforeEach
  void a_draft() {
    applicant = orders.applicant();
    draft = orders.draft(applicant);
    signIn(applicant);
  }

  @Test
  @Tag("GS-17")
  @Tag("GS-33")
  void the_profile_stands_in_the_form_and_is_not_changed_there() {
    OrganisationView profile = profiles.of(applicant).orElseThrow();

    open("orders/" + draft + "/edit/basic");

    assertThat(words())
        .contains("来自企业信息，不可在此修改")
        .contains(profile.name(), profile.creditCode(), profile.legalRepName())
        .contains(profile.legalRepIdNo(), profile.legalRepPhone())
        .contains(profile.registeredAddress(), profile.contactName(), profile.contactPhone());
    assertThat(findInView(TextField.class).all())
        .extracting(TextField::getValue)
        .doesNotContain(profile.creditCode());
  }

  @Test
  @Tag("GS-36")
  @Tag("GS-37")
  void the_address_to_collect_at_is_shown_when_that_is_chosen() {
    open("orders/" + draft + "/edit/basic");

    group("证书领取方式").setValue(DeliveryMethod.COURIER);
    assertThat(words()).contains("详细地址").doesNotContain("示例路1号2楼服务窗口");

    group("证书领取方式").setValue(DeliveryMethod.PICKUP);
    assertThat(words()).contains("自取地址").contains("示例路1号2楼服务窗口").doesNotContain("详细地址");
  }

  @Test
  @Tag("GS-39")
  void an_invoice_is_offered_in_the_name_of_the_organisation() {
    OrganisationView profile = profiles.of(applicant).orElseThrow();
    String uninvoiced =
        orders.draft(
            applicant, TestOrders.form(null, TestOrders.item(CertificateType.ORG_BUSINESS)));
    open("orders/" + uninvoiced + "/edit/basic");
    assertThat(words()).doesNotContain("发票抬头");

    group("发票类型").setValue(InvoiceKind.NORMAL);

    assertThat(findInView(TextField.class).withLabel("发票抬头").single().getValue())
        .isEqualTo(profile.name());
  }

  @Test
  @Tag("GS-18")
  @Tag("GS-20")
  @Tag("GS-45")
  void a_missing_person_is_added_in_the_form_and_chosen() {
    open("orders/" + draft + "/edit/certificates");
    certificateType().setValue(CertificateType.ORG_PERSON);

    click("添加人员");
    enter("姓名", "赵六");
    enter("身份证号", FreshNumbers.idNo());
    enter("职务", "造价工程师");
    click("保存");

    PersonView added = people.list(applicant).getFirst();
    assertThat(holder().getValue()).isEqualTo(added);
    assertThat(holder().getItemLabelGenerator().apply(added)).contains("赵六").contains("造价工程师");
  }

  @Test
  @Tag("GS-40")
  void a_certificate_is_for_the_place_of_the_hall() {
    open("orders/" + draft + "/edit/certificates");

    assertThat(words()).contains("证书类型").contains("国家：中国").contains("甘肃省 兰州市").contains("¥650.00");
  }

  @Test
  @Tag("GS-58")
  @Tag("GS-60")
  void the_rules_for_files_stand_above_them() {
    open("orders/" + draft + "/edit/materials");

    assertThat(words()).contains("每项材料只上传一个文件，多页请先合并").contains("印模请盖在洁净、无折痕的白纸上，扫描清晰");
  }

  @SuppressWarnings("unchecked")
  private RadioButtonGroup<Object> group(String label) {
    return findInView(RadioButtonGroup.class).withLabel(label).single();
  }

  @SuppressWarnings("unchecked")
  private Select<CertificateType> certificateType() {
    return (Select<CertificateType>) findInView(Select.class).withLabel("证书类型").all().getFirst();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<PersonView> holder() {
    return (ComboBox<PersonView>) findInView(ComboBox.class).all().getFirst();
  }

  private void enter(String label, String text) {
    test(find(TextField.class).withLabel(label).single()).setValue(text);
  }
}
