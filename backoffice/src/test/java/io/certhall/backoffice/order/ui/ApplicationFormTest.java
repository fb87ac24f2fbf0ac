package io.certhall.backoffice.order.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.upload.Upload;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.FreshNumbers;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.query.OrderFilter;
import io.certhall.processes.order.query.OrderQuery;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ApplicationFormTest extends Screen {

  private final Fixtures fixtures;
  private final TestOrders orders;
  private final OrderQuery query;
  private final HallClock clock;

  ApplicationFormTest(Fixtures fixtures, TestOrders orders, OrderQuery query, HallClock clock) {
    this.fixtures = fixtures;
    this.orders = orders;
    this.query = query;
    this.clock = clock;
  }

  @Test
  @Tag("GS-22")
  @Tag("GS-31")
  @Tag("GS-40")
  @Tag("GS-48")
  void a_new_application_goes_from_the_agreement_to_its_submission() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    open("apply/gscamce/NEW");
    acceptAgreement();
    fillBasicData();
    click("保存，下一步");
    chooseCertificate(0, CertificateType.ORG, "OFFICIAL", "FINANCE", "CONTRACT");
    assertThat(words()).contains("¥650.00");
    click("确定，去上传材料");
    uploadEverything();
    click("保存，下一步");
    assertThat(words()).contains("核对提交").contains("¥650.00").doesNotContain("提交前请补齐");

    click("提交申请");

    assertThat(getCurrentView()).isInstanceOf(OrderView.class);
    assertThat(words()).contains("待审核").contains("等待审核员审核").contains("材料已锁定");
  }

  @Test
  @Tag("GS-32")
  void the_agreement_can_be_accepted_only_after_its_countdown() {
    signIn(orders.applicant());
    open("apply/gscamce/NEW");

    test(findInView(Checkbox.class).single()).click();
    assertThat(findInView(Checkbox.class).single().getValue()).isFalse();
    click("同意并继续");
    assertThat(words()).contains("请先阅读并同意《数字证书服务协议》");

    clock.advance(Duration.ofSeconds(3));
    test(findInView(Checkbox.class).single()).click();
    click("同意并继续");
    assertThat(getCurrentView()).isInstanceOf(DraftView.class);
  }

  @Test
  @Tag("GS-04")
  void without_an_approved_profile_nothing_begins() {
    signIn(fixtures.applicant());

    open("apply/gscamce/NEW");

    assertThat(words()).contains("暂不能办理").contains("企业信息尚未通过审核");
    assertThat(offers("同意并继续")).isFalse();
  }

  @Test
  void a_service_that_is_not_open_is_refused_in_words() {
    signIn(orders.applicant());

    open("apply/gscamce/EXCHANGE");

    assertThat(words()).contains("本大厅暂未开通此项业务");
  }

  @Test
  @Tag("GS-38")
  void gaps_of_the_basic_data_are_told_and_what_was_typed_is_kept() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    String orderNo = draftAt("basic", applicant);
    type("经办人姓名", "王五");
    type("经办人身份证号", "34052419800101001");

    click("保存，下一步");

    assertThat(words()).contains("经办人手机：此项必填。").contains("证书领取方式：此项必填。");
    open("orders");
    open("orders/" + orderNo + "/edit");
    assertThat(value("经办人姓名")).isEqualTo("王五");
    assertThat(value("经办人身份证号")).isEqualTo("34052419800101001");
  }

  @Test
  void leaving_in_the_middle_keeps_what_was_typed() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    String orderNo = draftAt("basic", applicant);
    type("经办人姓名", "王五");

    open("people");

    open("orders/" + orderNo + "/edit/basic");
    assertThat(value("经办人姓名")).isEqualTo("王五");
  }

  @Test
  @Tag("GS-34")
  @Tag("GS-35")
  @Tag("AC-03")
  void seven_certificates_are_refused_and_six_are_accepted() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    draftAt("certificates", applicant);
    IntegerField number = findInView(IntegerField.class).single();

    test(number).setValue(6);
    assertThat(findInView(CertificateBlock.class).all()).hasSize(6);

    number.setValue(7);
    assertThat(words()).contains("最多6份");
    assertThat(findInView(CertificateBlock.class).all()).hasSize(6);
    click("确定，去上传材料");
    assertThat(words()).contains("请改正以下问题").contains("最多6份");
  }

  @Test
  @Tag("GS-47")
  void a_fourth_seal_is_told_at_once() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    draftAt("certificates", applicant);

    chooseCertificate(0, CertificateType.ORG, "OFFICIAL", "FINANCE", "CONTRACT", "LEGAL_REP");

    assertThat(words()).contains("每张证书最多3枚印章");
  }

  @Test
  @Tag("GS-42")
  void a_second_organisation_certificate_is_refused_at_its_block() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    draftAt("certificates", applicant);
    test(findInView(IntegerField.class).single()).setValue(2);
    chooseCertificate(0, CertificateType.ORG);
    chooseCertificate(1, CertificateType.ORG);

    click("确定，去上传材料");

    assertThat(words()).contains("证书2 证书类型：已有有效的同类证书或在办申请");
  }

  @Test
  @Tag("GS-45")
  void a_personal_certificate_needs_its_person() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    draftAt("certificates", applicant);
    chooseCertificate(0, CertificateType.ORG_PERSON);

    click("确定，去上传材料");

    assertThat(words()).contains("证书1 证书持有人：请选择证书持有人").contains("添加人员");
  }

  @Test
  @Tag("GS-59")
  @Tag("AC-07")
  void files_of_wrong_content_are_refused_with_the_allowed_formats() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    String orderNo = orders.draft(applicant);
    open("orders/" + orderNo + "/edit/materials");

    upload(uploadOf("证书申请表"), "申请表.docx", SampleFiles.docx());
    assertThat(words(row("证书申请表"))).contains("文件内容不是允许的格式").contains("pdf");

    upload(uploadOf("证书申请表"), "申请表.pdf", SampleFiles.exe());
    assertThat(words(row("证书申请表"))).contains("文件内容不是允许的格式");

    upload(uploadOf("印模"), "印模.pdf", SampleFiles.pdf());
    assertThat(words(row("印模"))).contains("没有上传成功").contains("jpg");

    upload(uploadOf("证书申请表"), "申请表.pdf", SampleFiles.pdf());
    assertThat(words(row("证书申请表"))).contains("已上传").doesNotContain("没有上传成功");
  }

  @Test
  @Tag("GS-61")
  @Tag("AC-07")
  void what_is_missing_blocks_the_submission_and_leads_to_its_place() {
    Actor applicant = orders.applicant();
    signIn(applicant);
    String orderNo = orders.draft(applicant);
    open("orders/" + orderNo + "/edit/check");
    assertThat(words()).contains("提交前请补齐或改正以下内容").contains("请上传“证书申请表”。");

    click("提交申请");
    assertThat(orders.order(orderNo).state()).isEqualTo(OrderState.DRAFT);

    click("请上传“证书申请表”。");
    assertThat(words()).contains("上传要求").contains("保存并返回核对");
  }

  @Test
  @Tag("GS-66")
  void a_submitted_order_can_no_longer_be_edited() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    signIn(applicant);

    open("orders/" + orderNo + "/edit/basic");

    assertThat(words()).contains("申请已提交并锁定");
  }

  @Test
  void someone_elses_order_does_not_exist() {
    String orderNo = orders.draft(orders.applicant());
    signIn(orders.applicant());

    open("orders/" + orderNo + "/edit");

    assertThat(words()).contains("没有这个订单");
  }

  private void acceptAgreement() {
    clock.advance(Duration.ofSeconds(3));
    test(findInView(Checkbox.class).single()).click();
    click("同意并继续");
  }

  /** A draft of which only the agreement is accepted, at one of its pages. */
  private String draftAt(String page, Actor applicant) {
    open("apply/gscamce/NEW");
    acceptAgreement();
    String orderNo = query.page(applicant, OrderFilter.ALL, null, 1).getFirst().orderNo();
    if (!page.equals("basic")) {
      fillBasicData();
      click("保存，下一步");
    }
    UI.getCurrent().navigate("orders/" + orderNo + "/edit/" + page);
    return orderNo;
  }

  private void fillBasicData() {
    type("经办人姓名", "王五");
    type("经办人身份证号", FreshNumbers.idNo());
    type("经办人手机", FreshNumbers.phone());
    type("经办人邮箱", "wang@example.com");
    group("证书领取方式").setValue(DeliveryMethod.PICKUP);
    group("发票类型").setValue(InvoiceKind.NORMAL);
  }

  @SuppressWarnings("unchecked")
  private RadioButtonGroup<Object> group(String label) {
    return findInView(RadioButtonGroup.class).withLabel(label).single();
  }

  @SuppressWarnings("unchecked")
  private void chooseCertificate(int index, CertificateType type, String... seals) {
    CertificateBlock block = findInView(CertificateBlock.class).all().get(index);
    find(Select.class, block).withLabel("证书类型").single().setValue(type);
    find(CheckboxGroup.class, block).single().setValue(Set.copyOf(List.of(seals)));
  }

  private void uploadEverything() {
    for (MaterialRow row : findInView(MaterialRow.class).all()) {
      boolean picture = words(row).contains("JPG");
      upload(
          find(Upload.class, row).single(),
          picture ? "印模.jpg" : "扫描件.pdf",
          picture ? SampleFiles.jpeg() : SampleFiles.pdf());
    }
  }

  private Upload uploadOf(String label) {
    return find(Upload.class, row(label)).single();
  }

  private MaterialRow row(String label) {
    return findInView(MaterialRow.class).all().stream()
        .filter(row -> words(row).contains(label))
        .findFirst()
        .orElseThrow();
  }

  private String value(String label) {
    return findInView(com.vaadin.flow.component.textfield.TextField.class)
        .withLabel(label)
        .single()
        .getValue();
  }
}
