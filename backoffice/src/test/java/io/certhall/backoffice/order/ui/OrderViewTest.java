package io.certhall.backoffice.order.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.certhall.backoffice.payment.ui.PayView;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.Screen;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecision.Reason;
import io.certhall.processes.review.ReviewDecision.Verdict;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrderViewTest extends Screen {

  private final Fixtures fixtures;
  private final TestOrders orders;
  private final TestSteps steps;
  private final HumanTasks tasks;
  private final ReviewDecisions decisions;
  private final OrderChangeBroadcaster broadcaster;

  OrderViewTest(
      Fixtures fixtures,
      TestOrders orders,
      TestSteps steps,
      HumanTasks tasks,
      ReviewDecisions decisions,
      OrderChangeBroadcaster broadcaster) {
    this.fixtures = fixtures;
    this.orders = orders;
    this.steps = steps;
    this.tasks = tasks;
    this.decisions = decisions;
    this.broadcaster = broadcaster;
  }

  @Test
  void a_rejected_order_lists_every_reason_and_each_leads_to_its_field() {
    Actor applicant = orders.applicant();
    String orderNo = rejected(applicant);
    signIn(applicant);
    open("orders/" + orderNo);
    assertThat(words())
        .contains("已驳回")
        .contains("轮到您：按驳回原因修改后重新提交")
        .contains("申请表未加盖公章")
        .contains("经办人手机：号码无法接通");

    click("经办人手机：号码无法接通");

    assertThat(getCurrentView()).isInstanceOf(DraftView.class);
    assertThat(words()).contains("经办人信息").contains("保存并返回核对").contains("号码无法接通");
  }

  @Test
  void a_corrected_order_is_resubmitted_and_keeps_its_history() {
    Actor applicant = orders.applicant();
    String orderNo = rejected(applicant);
    signIn(applicant);
    open("orders/" + orderNo + "/edit/check");

    click("重新提交");

    assertThat(getCurrentView()).isInstanceOf(OrderView.class);
    assertThat(words()).contains("待审核").contains("重新提交").contains("审核驳回");
  }

  @Test
  @Tag("GS-68")
  void an_approved_order_offers_to_pay_what_is_due() {
    Actor applicant = orders.applicant();
    String orderNo = payable(applicant);
    signIn(applicant);
    open("orders/" + orderNo);

    click("去缴费 ¥650.00");

    assertThat(getCurrentView()).isInstanceOf(PayView.class);
  }

  @Test
  void withdrawing_asks_first_and_cancels() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    signIn(applicant);
    open("orders/" + orderNo);

    click("撤回申请");
    assertThat(orders.order(orderNo).state()).isEqualTo(OrderState.REVIEW_PENDING);
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(orders.order(orderNo).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(words()).contains("已取消").contains("申请人撤回");
    assertThat(offers("撤回申请")).isFalse();
  }

  @Test
  @Tag("ZR-17")
  void an_unpaid_order_is_edited_in_a_draft_with_the_same_content() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    signIn(applicant);
    open("orders/" + orderNo);

    click("修改申请");
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(orders.order(orderNo).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(getCurrentView()).isInstanceOf(DraftView.class);
    open("orders/" + orderNo);
    assertThat(offers("修改申请")).isFalse();
    assertThat(offers("重新申请")).isTrue();
  }

  @Test
  @Tag("ZR-30")
  void a_completed_order_is_rated_on_its_page() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    Instant now = Instant.now();
    orders.change(orderNo, OrderChange.of().state(OrderState.COMPLETED, now).completed(now));
    signIn(applicant);
    open("orders/" + orderNo);
    assertThat(words()).contains("打印回执");

    click("提交评价");
    assertThat(words()).doesNotContain("申请人评价");
    @SuppressWarnings("unchecked")
    RadioButtonGroup<Integer> stars = find(RadioButtonGroup.class).single();
    stars.setValue(4);
    click("提交评价");

    assertThat(words()).contains("★★★★").contains("申请人评价");
    assertThat(offers("提交评价")).isFalse();
  }

  @Test
  void an_order_in_production_cannot_be_withdrawn() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    orders.move(orderNo, OrderState.ISSUE_PENDING);
    signIn(applicant);

    open("orders/" + orderNo);

    assertThat(words()).contains("待制证");
    assertThat(offers("撤回申请")).isFalse();
  }

  @Test
  void staff_can_be_reminded_once_a_day() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    signIn(applicant);
    open("orders/" + orderNo);

    click("催办");
    assertThat(told()).contains("已提醒工作人员");

    click("催办");
    assertThat(told()).contains("今天");
  }

  @Test
  void an_open_page_follows_what_another_process_does() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    signIn(applicant);
    open("orders/" + orderNo);
    assertThat(words()).contains("等待审核员审核");
    broadcaster.check();

    orders.move(orderNo, OrderState.ISSUE_PENDING);
    broadcaster.check();
    settle();

    assertThat(words()).contains("等待制证员制证");
  }

  @Test
  void a_closed_page_is_told_nothing() {
    Actor applicant = orders.applicant();
    String orderNo = orders.submitted(applicant);
    signIn(applicant);
    open("orders/" + orderNo);

    open("account");
    orders.move(orderNo, OrderState.ISSUE_PENDING);
    broadcaster.check();
    settle();

    assertThat(words()).contains("个人中心");
  }

  @Test
  void another_applicants_order_does_not_exist() {
    String orderNo = orders.submitted(orders.applicant());
    signIn(orders.applicant());

    open("orders/" + orderNo);

    assertThat(words()).contains("没有这个订单");
  }

  private String rejected(Actor applicant) {
    String orderNo = orders.submitted(applicant);
    decide(
        orderNo,
        new ReviewDecision(
            Verdict.REJECT,
            List.of(
                new Reason("materials.APPLICATION_FORM", null, "申请表未加盖公章"),
                new Reason("agent.phone", null, "号码无法接通")),
            null));
    steps.correction(orderNo);
    orders.move(orderNo, OrderState.REJECTED);
    return orderNo;
  }

  private String payable(Actor applicant) {
    String orderNo = orders.submitted(applicant);
    decide(orderNo, new ReviewDecision(Verdict.APPROVE, List.of(), null));
    steps.arrive(orderNo, "payment.pay", OrderState.PAYMENT_PENDING, TaskQueue.PAYMENT);
    return orderNo;
  }

  private void decide(String orderNo, ReviewDecision decision) {
    Actor reviewer = fixtures.staff(Role.REVIEWER);
    long task = steps.review(orderNo).id();
    tasks.claim(reviewer, task);
    decisions.decide(reviewer, task, decision);
  }
}
