package io.certhall.backoffice.support;

import io.certhall.processes.delivery.ShippingDesk;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.ReviewStatus;
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
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the views on a temporary database to look at them: {@code demo-applicant} with an order at
 * every step, {@code demo-new} without a profile and {@code demo-reviewer}; password {@link
 * Fixtures#PASSWORD}.
 */
public final class TryOut {

  private final ConfigurableApplicationContext context;
  private final TestOrders orders;
  private final TestSteps steps;
  private final Actor applicant;
  private final Actor reviewer;

  private TryOut(ConfigurableApplicationContext context) {
    this.context = context;
    this.orders = context.getBean(TestOrders.class);
    this.steps = context.getBean(TestSteps.class);
    Fixtures fixtures = context.getBean(Fixtures.class);
    fixtures.account("demo-new", Role.APPLICANT);
    this.reviewer = fixtures.account("demo-reviewer", Role.REVIEWER, Role.DISPATCHER);
    this.applicant = fixtures.account("demo-applicant", Role.APPLICANT);
    fixtures.approve(applicant, TestOrders.HALL);
  }

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(TestViews.class);
    application.addInitializers(new TestDatabase());
    new TryOut(application.run(args)).fill();
  }

  private void fill() {
    rejected();
    payable();
    pickup();
    parcel();
  }

  private void rejected() {
    String orderNo = submitted();
    long task = steps.review(orderNo).id();
    decide(
        task,
        new ReviewDecision(
            Verdict.REJECT,
            List.of(
                new Reason("materials.APPLICATION_FORM", "NOT_SEALED", "申请表未加盖公章"),
                new Reason("items[0].seals", "OTHER", "合同专用章与印模不一致"),
                new Reason("agent.phone", "OTHER", "号码无法接通")),
            null));
    steps.correction(orderNo);
    orders.move(orderNo, OrderState.REJECTED);
  }

  private String submitted() {
    String orderNo =
        orders.draft(
            applicant,
            TestOrders.form(
                "甘肃测试建设有限公司",
                TestOrders.item(CertificateType.ORG_BUSINESS, "OFFICIAL", "FINANCE", "CONTRACT")));
    orders.submit(applicant, orderNo);
    return orderNo;
  }

  private String payable() {
    String orderNo = submitted();
    decide(steps.review(orderNo).id(), new ReviewDecision(Verdict.APPROVE, List.of(), null));
    steps.arrive(orderNo, "payment.pay", OrderState.PAYMENT_PENDING, TaskQueue.PAYMENT);
    return orderNo;
  }

  private String paid() {
    String orderNo = payable();
    orders.change(
        orderNo,
        OrderChange.of()
            .payStatus(PayStatus.PAID)
            .paid(65_000)
            .reviewStatus(ReviewStatus.APPROVED));
    return orderNo;
  }

  private void pickup() {
    steps.pickup(paid());
  }

  private void parcel() {
    String orderNo = paid();
    long task = steps.dispatch(orderNo).id();
    context.getBean(HumanTasks.class).claim(reviewer, task);
    context.getBean(ShippingDesk.class).ship(reviewer, task, "顺丰速运", "SF1234567890123");
    steps.arrive(orderNo, "delivery.receive", OrderState.SHIPPED, TaskQueue.RECEIVE);
  }

  private void decide(long task, ReviewDecision decision) {
    context.getBean(HumanTasks.class).claim(reviewer, task);
    context.getBean(ReviewDecisions.class).decide(reviewer, task, decision);
  }
}
