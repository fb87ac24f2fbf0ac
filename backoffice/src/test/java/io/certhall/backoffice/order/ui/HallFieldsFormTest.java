package io.certhall.backoffice.order.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.support.Screen;
import io.certhall.bpmn.HallField;
import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.attachment.Attachments;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.support.TestOrders;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What single halls ask of their own, in the form, at its check and on the order's page. */
class HallFieldsFormTest extends Screen {

  private final TestOrders orders;
  private final OrderDrafts drafts;
  private final Attachments attachments;
  private Actor applicant = Actor.SYSTEM;

  HallFieldsFormTest(TestOrders orders, OrderDrafts drafts, Attachments attachments) {
    this.orders = orders;
    this.drafts = drafts;
    this.attachments = attachments;
  }

  @BeforeEach
  void an_applicant_with_his_profile() {
    applicant = orders.applicant();
    signIn(applicant);
  }

  private String draft(String hall, Holder holder, CertificateType type, String seal) {
    return drafts.create(
        applicant,
        new OrderForm(
            hall,
            Service.NEW,
            holder,
            List.of(TestOrders.item(type, seal)),
            null,
            null,
            null,
            List.of()));
  }

  @Test
  @Tag("GX-24")
  @Tag("GX-25")
  @Tag("GX-27")
  void the_city_of_the_project_is_chosen_and_the_platform_is_fixed() {
    String draft = draft("gxca-suqian", Holder.ORGANISATION, CertificateType.ORG, "OFFICIAL");
    open("orders/" + draft + "/edit/basic");

    assertThat(select("招投标项目所在地市").getValue().label().zh()).isEqualTo("宿迁市");
    assertThat(select("应用平台").isReadOnly()).isTrue();
    click("保存，下一步");
    assertThat(words()).contains("单位电话").contains("此项必填");
    select("招投标项目所在地市").setValue(option("招投标项目所在地市", "NANJING"));
    type("单位电话", "84001234");
    type("注册地区县", "泗阳县");
    click("保存，下一步");
    assertThat(words()).contains("带区号的座机号码");
    type("单位电话", "0527-84001234");
    open("orders/" + draft + "/edit/check");

    assertThat(words()).contains("南京市", "0527-84001234", "泗阳县", "宿迁市公共资源交易平台");
    open("orders/" + draft);
    assertThat(words()).contains("本大厅填写项", "南京市", "泗阳县");
  }

  @Test
  @Tag("SD-05")
  @Tag("SD-06")
  @Tag("SD-16")
  @SuppressWarnings("unchecked")
  void several_user_types_are_ticked_but_not_the_one_for_banks() {
    String draft = draft("sdca", Holder.ORGANISATION, CertificateType.ORG, "OFFICIAL");
    open("orders/" + draft + "/edit/basic");
    CheckboxGroup<HallField.Option> types = findInView(CheckboxGroup.class).single();
    List<HallField.Option> all = types.getListDataView().getItems().toList();
    assertThat(all).hasSize(15);
    assertThat(select("项目所属地区").getValue().label().zh()).isEqualTo("市本级");

    types.setValue(Set.of(all.get(0), all.get(12)));
    click("保存，下一步");
    assertThat(words()).contains("贵单位不能选择“金融机构”");
    types.setValue(Set.of(all.get(0), all.get(5)));
    click("保存，下一步");

    assertThat(words()).doesNotContain("贵单位不能选择");
    assertThat(drafts.form(applicant, draft).answers().get("USER_TYPE"))
        .containsExactly("CONSTRUCTION", "DESIGN");
  }

  @Test
  @Tag("SD-18")
  @SuppressWarnings("unchecked")
  void new_and_replacement_are_one_form_with_a_choice() {
    open("apply/sdca/NEW");
    RadioButtonGroup<Service> kinds = findInView(RadioButtonGroup.class).withLabel("办理类型").single();
    assertThat(kinds.getListDataView().getItems().toList())
        .containsExactly(Service.NEW, Service.REPLACE);

    kinds.setValue(Service.REPLACE);

    assertThat(words()).contains("补办");
    open("apply/gscamce/NEW");
    assertThat(findInView(RadioButtonGroup.class).withLabel("办理类型").all()).isEmpty();
  }

  @Test
  @Tag("CFCA-15")
  @SuppressWarnings("unchecked")
  void an_operator_shows_another_document() {
    String draft = draft("cfca-suqian", Holder.ORGANISATION, CertificateType.ORG, "OFFICIAL");
    open("orders/" + draft + "/edit/basic");
    Select<IdentityDocument> document = findInView(Select.class).withLabel("经办人证件类型").single();
    TextField number = findInView(TextField.class).withLabel("经办人证件号码").single();

    document.setValue(IdentityDocument.HK_MACAO_PERMIT);
    test(number).setValue("X1");
    assertThat(words()).contains("字母H或M加8位数字");
    test(number).setValue("h12345678");

    assertThat(words()).doesNotContain("字母H或M加8位数字");
    type("经办人姓名", "陈大文");
    open("orders/" + draft + "/edit/check");
    assertThat(words()).contains("港澳居民来往内地通行证", "H12345678", "陈大文");
  }

  @Test
  @Tag("CFCA-22")
  @Tag("CFCA-23")
  void a_person_signs_on_the_screen_or_uploads_his_signature() {
    String draft = draft("cfca-suqian", Holder.PERSON, CertificateType.PERSON, "SIGNATURE");
    open("orders/" + draft + "/edit/materials");
    assertThat(words()).contains("身份证件正面", "身份证件反面", "申请人手写签名");
    test(findInView(Button.class).withText("在屏幕上签名").single()).click();
    SignaturePad pad = find(SignaturePad.class).single();

    pad.take("");
    assertThat(words(pad)).contains("请先在框内签名");
    pad.take("data:image/png;base64,bm90IGEgcGljdHVyZQ==");
    assertThat(attached(draft)).isFalse();
    pad.take(
        "data:image/png;base64,"
            + Base64.getEncoder().encodeToString(SampleFiles.picture("png", 600, 240)));

    assertThat(attached(draft)).isTrue();
    assertThat(words()).contains("手写签名.png");
  }

  private boolean attached(String draft) {
    return attachments.materials(applicant, draft).stream()
        .anyMatch(material -> material.code().equals("SIGNATURE") && material.attached() != null);
  }

  @SuppressWarnings("unchecked")
  private Select<HallField.Option> select(String label) {
    return findInView(Select.class).withLabel(label).single();
  }

  private HallField.Option option(String label, String code) {
    return select(label)
        .getListDataView()
        .getItems()
        .filter(option -> option.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
