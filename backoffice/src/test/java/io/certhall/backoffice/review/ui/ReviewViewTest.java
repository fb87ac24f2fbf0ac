package io.certhall.backoffice.review.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.support.Fixtures;
import io.certhall.backoffice.support.ViewTest;
import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.review.Rejections;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecision.Reason;
import io.certhall.processes.review.ReviewDecision.Verdict;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.SampleFiles;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewViewTest extends ViewTest {

  private final Fixtures fixtures;
  private final TestOrders orders;
  private final TestSteps steps;
  private final HumanTasks tasks;
  private final ReviewDecisions decisions;
  private final Rejections rejections;
  private final OrderSubmission submission;
  private Actor reviewer = Actor.SYSTEM;
  private Actor applicant = Actor.SYSTEM;
  private String orderNo = "";
  private long taskId;

  ReviewViewTest(
      Fixtures fixtures,
      TestOrders orders,
      TestSteps steps,
      HumanTasks tasks,
      ReviewDecisions decisions,
      Rejections rejections,
      OrderSubmission submission) {
    this.fixtures = fixtures;
    this.orders = orders;
    this.steps = steps;
    this.tasks = tasks;
    this.decisions = decisions;
    this.rejections = rejections;
    this.submission = submission;
  }

  @BeforeEach
  void an_order_in_review() {
    reviewer = fixtures.staff(Role.REVIEWER);
    applicant = orders.applicant();
    orderNo = orders.submitted(applicant);
    taskId = steps.review(orderNo).id();
    signIn(reviewer);
  }

  @Test
  void the_page_shows_data_checks_price_and_documents() {
    ReviewView page = navigate(ReviewView.class, taskId);

    assertThat(words(page))
        .contains(orderNo, "系统核验", "校验位正确", "李四", "机构证书", "公章、财务专用章、合同专用章")
        .contains("¥650.00", "证书申请表", "授权委托书", "未标记问题");
    assertThat(find(Image.class).all()).isNotEmpty();
  }

  @Test
  void next_and_previous_lead_through_the_documents() {
    navigate(ReviewView.class, taskId);
    assertThat(shownDocument()).contains("证书申请表");

    test(find(Button.class).withAttribute("aria-label", "下一份（Alt+→）").single()).click();
    assertThat(shownDocument()).contains("授权委托书");

    test(find(Button.class).withAttribute("aria-label", "上一份（Alt+←）").single()).click();
    assertThat(shownDocument()).contains("证书申请表");
  }

  @Test
  void approving_leads_back_to_the_list() {
    navigate(ReviewView.class, taskId);

    press("审核通过");

    assertThat(getCurrentView()).isInstanceOf(ReviewWorkView.class);
    assertThat(orders.order(orderNo).reviewStatus()).isEqualTo(ReviewStatus.APPROVED);
    assertThat(notices()).anyMatch(notice -> notice.contains("审核通过"));
  }

  @Test
  void nothing_ticked_is_no_rejection() {
    ReviewView page = navigate(ReviewView.class, taskId);

    press("驳回");

    assertThat(words(find(ErrorSummary.class, page).single())).contains("请先在有问题的资料或材料旁勾选");
    assertThat(orders.order(orderNo).reviewStatus()).isEqualTo(ReviewStatus.UNREVIEWED);
  }

  @Test
  void a_tick_without_a_reason_is_asked_for_one() {
    ReviewView page = navigate(ReviewView.class, taskId);
    tick("姓名：有问题");

    press("驳回");

    assertThat(words(find(ErrorSummary.class, page).single())).contains("姓名：请选择原因或写明问题");
    assertThat(find(ConfirmDialog.class).all()).isEmpty();
  }

  @Test
  void every_tick_is_a_reason_the_applicant_reads() {
    navigate(ReviewView.class, taskId);
    tick("证书申请表：有问题");
    choose("证书申请表的问题", "NOT_SEALED", "BLURRED");
    tick("手机：有问题");
    write("手机的其他问题", "号码打不通");

    press("驳回");
    assertThat(words(find(ConfirmDialog.class).single()))
        .contains("证书申请表：未加盖公章", "证书申请表：扫描件不清晰", "手机：号码打不通");
    test(find(ConfirmDialog.class).single()).confirm();

    assertThat(rejections.of(orderNo))
        .extracting(Rejections.Rejection::field, Rejections.Rejection::code)
        .containsExactlyInAnyOrder(
            tuple("materials.APPLICATION_FORM", "BLURRED"),
            tuple("materials.APPLICATION_FORM", "NOT_SEALED"),
            tuple("agent.phone", "OTHER"));
    assertThat(orders.order(orderNo).reviewStatus()).isEqualTo(ReviewStatus.REJECTED);
    assertThat(getCurrentView()).isInstanceOf(ReviewWorkView.class);
  }

  @Test
  void what_is_ticked_must_be_cleared_before_approving() {
    ReviewView page = navigate(ReviewView.class, taskId);
    tick("年限：有问题");

    press("审核通过");

    assertThat(words(find(ErrorSummary.class, page).single())).contains("取消标记后才能通过");
    assertThat(orders.order(orderNo).reviewStatus()).isEqualTo(ReviewStatus.UNREVIEWED);
  }

  @Test
  void earlier_rejections_show_what_was_mended_since() {
    decisions.decide(
        fixtures.staff(Role.REVIEWER),
        taskId,
        new ReviewDecision(
            Verdict.REJECT,
            List.of(
                new Reason("materials.APPLICATION_FORM", "NOT_SEALED", "证书申请表：未加盖公章"),
                new Reason("materials.POWER_OF_ATTORNEY", "BLURRED", "授权委托书：不清晰")),
            null));
    steps.correction(orderNo);
    orders.move(orderNo, OrderState.REJECTED);
    orders.attach(applicant, orderNo, "APPLICATION_FORM", "新申请表.pdf", SampleFiles.pdf());
    submission.submit(applicant, orderNo);
    HumanTask again = steps.review(orderNo);

    ReviewView page = navigate(ReviewView.class, again.id());

    assertThat(words(find(RejectionsCard.class, page).single()))
        .contains("第 1 轮", "证书申请表：未加盖公章", "重新上传", "授权委托书：不清晰", "尚未更换");
  }

  @Test
  void ones_own_order_says_why_it_cannot_be_decided() {
    signIn(fixtures.promoted(applicant, Role.APPLICANT, Role.REVIEWER));

    ReviewView page = navigate(ReviewView.class, taskId);

    assertThat(words(page)).contains("这是您本人提交的申请，不能由您审核");
    assertThat(find(Button.class, page).withText("审核通过").single().isEnabled()).isFalse();
    assertThat(find(Button.class, page).withText("驳回").single().isEnabled()).isFalse();
  }

  @Test
  void a_colleagues_task_can_only_be_looked_at() {
    tasks.claim(fixtures.staff(Role.REVIEWER), taskId);

    ReviewView page = navigate(ReviewView.class, taskId);

    assertThat(words(page)).contains("已由其他审核员领取");
    assertThat(find(Button.class, page).withText("审核通过").single().isEnabled()).isFalse();
  }

  @Test
  void a_task_decided_meanwhile_is_told() {
    navigate(ReviewView.class, taskId);
    decisions.decide(
        fixtures.staff(Role.REVIEWER),
        taskId,
        new ReviewDecision(Verdict.APPROVE, List.of(), null));

    press("审核通过");

    assertThat(notices()).anyMatch(notice -> notice.contains("已处理完毕"));
  }

  private String shownDocument() {
    return find(Button.class).withAttribute("aria-current", "true").single().getText();
  }

  private void tick(String label) {
    test(find(Checkbox.class)
            .withCondition(box -> box.getAriaLabel().orElse("").endsWith(label))
            .all()
            .getFirst())
        .click();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void choose(String label, String... codes) {
    CheckboxGroup<String> group =
        (CheckboxGroup<String>)
            find(CheckboxGroup.class)
                .withCondition(found -> found.getAriaLabel().orElse("").toString().endsWith(label))
                .all()
                .getFirst();
    group.setValue(Set.of(codes));
  }

  private void write(String label, String words) {
    test(find(TextField.class)
            .withCondition(field -> field.getAriaLabel().orElse("").endsWith(label))
            .all()
            .getFirst())
        .setValue(words);
  }
}
