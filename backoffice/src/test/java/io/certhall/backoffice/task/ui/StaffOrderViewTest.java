package io.certhall.backoffice.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.diagram.ProcessDiagram;
import io.certhall.backoffice.review.ui.DocumentsPane;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.TestCertificates;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.certificate.CertificateRegister;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.certificate.RevocationGround;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.query.OrderRow;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StaffOrderViewTest extends ViewTest {

  private final Fixtures fixtures;
  private final TestOrders orders;
  private final TestSteps steps;
  private final TestCertificates certificates;
  private final CertificateRegister register;
  private final PublishedPolicies policies;
  private final String orderNo;

  StaffOrderViewTest(
      Fixtures fixtures,
      TestOrders orders,
      TestSteps steps,
      TestCertificates certificates,
      CertificateRegister register,
      PublishedPolicies policies) {
    this.fixtures = fixtures;
    this.certificates = certificates;
    this.register = register;
    this.policies = policies;
    this.orders = orders;
    this.steps = steps;
    this.orderNo = orders.submitted(orders.applicant());
    steps.review(orderNo);
  }

  @Test
  void an_order_is_found_by_its_number() {
    signIn(fixtures.staff(Role.FINANCE));
    navigate(StaffOrdersView.class);

    test(find(TextField.class).single()).setValue(orderNo);

    assertThat(test(grid()).size()).isEqualTo(1);
    assertThat(test(grid()).getRow(0).orderNo()).isEqualTo(orderNo);
  }

  @Test
  void a_name_in_chinese_is_searched_for_too() {
    signIn(fixtures.staff(Role.FINANCE));
    navigate(StaffOrdersView.class);

    test(find(TextField.class).single()).setValue(orders.order(orderNo).applicantName());

    assertThat(test(grid()).size()).isEqualTo(1);
  }

  @Test
  void the_page_shows_the_way_taken_and_hides_personal_numbers() {
    signIn(fixtures.staff(Role.PRODUCER));

    StaffOrderView page = navigate(StaffOrderView.class, orderNo);

    assertThat(words(page)).contains("待审核", "等待审核员审核", "办理路径", "提交申请", "¥650.00", "****");
    assertThat(find(ProcessDiagram.class, page).all()).hasSize(1);
    assertThat(find(DocumentsPane.class, page).all()).isEmpty();
  }

  @Test
  void a_block_of_the_diagram_opens_and_leads_back() {
    signIn(fixtures.staff(Role.PRODUCER));
    StaffOrderView page = navigate(StaffOrderView.class, orderNo);
    ProcessDiagram diagram = find(ProcessDiagram.class, page).single();

    diagram.open("review");
    assertThat(words(diagram)).contains("全流程 › 审核");

    test(find(Button.class, diagram).withText("全流程").single()).click();
    assertThat(words(diagram)).doesNotContain("›");
  }

  @Test
  void reviewers_see_the_documents() {
    signIn(fixtures.staff(Role.REVIEWER));

    StaffOrderView page = navigate(StaffOrderView.class, orderNo);

    assertThat(find(DocumentsPane.class, page).all()).hasSize(1);
  }

  @Test
  void a_reviewer_ends_an_order_with_a_reason() {
    signIn(fixtures.staff(Role.REVIEWER));
    StaffOrderView page = navigate(StaffOrderView.class, orderNo);

    test(find(Button.class, page).withText("终止申请").single()).click();
    Dialog dialog = find(Dialog.class).single();
    test(find(Button.class, dialog).withText("终止申请").single()).click();
    assertThat(find(TextArea.class, dialog).single().isInvalid()).isTrue();
    test(find(TextArea.class, dialog).single()).setValue("重复申请");
    test(find(Button.class, dialog).withText("终止申请").single()).click();

    assertThat(orders.order(orderNo).state()).isEqualTo(OrderState.CLOSED);
  }

  @Test
  @Tag("GX-66")
  void a_manager_revokes_a_certificate_on_a_ground() {
    Actor holder = orders.applicant();
    String serial = certificates.issue(holder, 200).serial();
    String issuedFor = register.find(serial).orElseThrow().orderNo();
    orders.change(
        issuedFor,
        OrderChange.of()
            .submitted(Instant.now(), 1, policies.active(TestOrders.HALL).id())
            .state(OrderState.COMPLETED, Instant.now()));
    signIn(fixtures.staff(Role.MANAGER));
    StaffOrderView page = navigate(StaffOrderView.class, issuedFor);

    test(find(Button.class, page).withText("主动注销").single()).click();
    CaRevocationDialog dialog = find(CaRevocationDialog.class).single();
    test(find(Button.class, dialog).withText("主动注销").single()).click();
    assertThat(register.find(serial).orElseThrow().state()).isEqualTo(CertificateState.NORMAL);
    grounds(dialog).setValue(RevocationGround.LEGAL);
    test(find(TextField.class, dialog).single()).setValue("法院判决");
    test(find(Button.class, dialog).withText("主动注销").single()).click();

    assertThat(register.find(serial).orElseThrow().state()).isEqualTo(CertificateState.REVOKED);
  }

  @SuppressWarnings("unchecked")
  private Select<RevocationGround> grounds(CaRevocationDialog dialog) {
    return find(Select.class, dialog).single();
  }

  @Test
  void others_are_not_offered_to_end_it() {
    signIn(fixtures.staff(Role.FINANCE));

    StaffOrderView page = navigate(StaffOrderView.class, orderNo);

    assertThat(find(Button.class, page).withText("终止申请").all()).isEmpty();
  }

  @Test
  void a_draft_is_nobodys_business() {
    Actor applicant = orders.applicant();
    String draft = orders.draft(applicant);
    signIn(fixtures.staff(Role.ADMIN));

    navigate("work/orders/" + draft, io.certhall.backoffice.shell.ErrorPage.class);

    assertThat(words((com.vaadin.flow.component.Component) getCurrentView())).contains("没有这个订单");
  }

  @SuppressWarnings("unchecked")
  private Grid<OrderRow> grid() {
    return find(Grid.class).single();
  }
}
