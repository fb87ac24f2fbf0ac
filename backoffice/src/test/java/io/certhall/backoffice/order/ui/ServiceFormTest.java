package io.certhall.backoffice.order.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import io.certhall.backoffice.support.Screen;
import io.certhall.backoffice.support.TestCertificates;
import io.certhall.processes.application.OrderDrafts;
import io.certhall.processes.order.Cause;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import io.certhall.processes.support.TestOrders;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ServiceFormTest extends Screen {

  private final TestOrders orders;
  private final OrderDrafts drafts;
  private final TestCertificates certificates;

  ServiceFormTest(TestOrders orders, OrderDrafts drafts, TestCertificates certificates) {
    this.orders = orders;
    this.drafts = drafts;
    this.certificates = certificates;
  }

  @Test
  @Tag("GS-29")
  @Tag("GS-50")
  void a_renewal_shows_what_is_carried_over_and_costs_one_year() {
    Actor holder = orders.applicant();
    certificates.issue(holder, 30);
    signIn(holder);

    open("orders/" + draft(holder, Service.RENEW) + "/edit/certificates");

    assertThat(words()).contains("可多选").contains("印章：公章").contains("甘肃持证建设有限公司");
    findInView(Checkbox.class).single().setValue(true);
    assertThat(words()).contains("¥300.00");
  }

  @Test
  @Tag("GS-23")
  void a_certificate_outside_the_window_can_not_be_ticked_and_says_why() {
    Actor holder = orders.applicant();
    certificates.issue(holder, 200);
    signIn(holder);

    open("orders/" + draft(holder, Service.RENEW) + "/edit/certificates");

    assertThat(words()).contains("证书到期前90天内才能续期");
    assertThat(findInView(Checkbox.class).single().isEnabled()).isFalse();
    click("确定，去上传材料");
    assertThat(words()).contains("请改正以下问题");
  }

  @Test
  void a_revocation_warns_and_wants_a_cause() {
    Actor holder = orders.applicant();
    certificates.issue(holder, 200);
    signIn(holder);
    open("orders/" + draft(holder, Service.REVOKE) + "/edit/certificates");
    assertThat(words()).contains("注销后不能恢复").contains("将不能解密").contains("免费");

    findInView(Checkbox.class).single().setValue(true);
    nextOf();

    assertThat(words()).contains("原因").contains("请改正以下问题");
    cause().setValue(Cause.NO_LONGER_USED);
    nextOf();
    assertThat(words()).doesNotContain("请改正以下问题");
  }

  @Test
  void a_free_service_without_delivery_asks_for_neither_invoice_nor_address() {
    Actor holder = orders.applicant();
    signIn(holder);

    open("orders/" + draft(holder, Service.REVOKE) + "/edit/basic");

    assertThat(words()).contains("经办人信息").doesNotContain("发票类型").doesNotContain("证书领取方式");
    assertThat(findInView(RadioButtonGroup.class).all()).isEmpty();
  }

  @Test
  @Tag("GS-26")
  void a_change_stands_beside_what_is_true_now() {
    Actor holder = orders.applicant();
    certificates.issue(holder, 200);
    signIn(holder);
    open("orders/" + draft(holder, Service.CHANGE) + "/edit/certificates");
    assertThat(words()).contains("变更事项").doesNotContain("新的单位名称");

    kinds().setValue(Set.of(ChangeKind.NAME, ChangeKind.LEGAL_REP));

    assertThat(words()).contains("原信息").contains("新的单位名称").contains("新法定代表人身份证号");
    findInView(Checkbox.class).all().getFirst().setValue(true);
    type("新的单位名称", "甘肃更名建设有限公司");
    type("新的法定代表人", "王五");
    nextOf();
    assertThat(words()).contains("身份证号");
  }

  @Test
  void a_change_needs_something_that_changes() {
    Actor holder = orders.applicant();
    certificates.issue(holder, 200);
    signIn(holder);
    open("orders/" + draft(holder, Service.CHANGE) + "/edit/certificates");

    findInView(Checkbox.class).all().getFirst().setValue(true);
    nextOf();

    assertThat(words()).contains("请改正以下问题").contains("变更事项");
  }

  @Test
  void an_instant_service_leads_to_its_own_page() {
    signIn(orders.applicant());

    open("apply/gscamce/UNLOCK");

    assertThat(words()).contains("初始化口令");
  }

  private String draft(Actor holder, Service service) {
    return drafts.create(
        holder,
        new OrderForm(
            TestOrders.HALL,
            service,
            Holder.ORGANISATION,
            List.of(),
            null,
            null,
            null,
            List.of(new OrderForm.AgreementForm("SERVICE", "2026-1", null))));
  }

  /** The one button that goes on, whatever comes next. */
  private void nextOf() {
    click(offers("确定，去上传材料") ? "确定，去上传材料" : "保存，下一步");
  }

  @SuppressWarnings("unchecked")
  private Select<Cause> cause() {
    return (Select<Cause>) findInView(Select.class).all().getLast();
  }

  @SuppressWarnings("unchecked")
  private CheckboxGroup<ChangeKind> kinds() {
    return (CheckboxGroup<ChangeKind>) findInView(CheckboxGroup.class).all().getFirst();
  }
}
