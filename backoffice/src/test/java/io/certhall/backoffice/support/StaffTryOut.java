package io.certhall.backoffice.support;

import static io.certhall.db.generated.Tables.INCIDENT;

import io.certhall.processes.application.OrderSubmission;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.organisation.OrganisationProfiles;
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
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the views on a temporary database with work in every queue, to look at them: {@code
 * demo-staff} holds every staff role, password {@link Fixtures#PASSWORD}.
 */
public final class StaffTryOut {

  private final Fixtures fixtures;
  private final TestOrders orders;
  private final TestSteps steps;
  private final ConfigurableApplicationContext context;

  private StaffTryOut(ConfigurableApplicationContext context) {
    this.context = context;
    this.fixtures = context.getBean(Fixtures.class);
    this.orders = context.getBean(TestOrders.class);
    this.steps = context.getBean(TestSteps.class);
  }

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(TestBackoffice.class);
    application.addInitializers(new TestDatabase());
    new StaffTryOut(application.run(args)).fill();
  }

  private void fill() {
    fixtures.account(
        "demo-staff", EnumSet.complementOf(EnumSet.of(Role.APPLICANT)).toArray(Role[]::new));
    Actor colleague = fixtures.staff(Role.REVIEWER, Role.PRODUCER);
    rejectedOnce(colleague);
    for (int i = 0; i < 3; i++) {
      Actor applicant = orders.applicant();
      steps.review(several(applicant));
    }
    for (int i = 0; i < 3; i++) {
      steps.production(several(orders.applicant()));
    }
    for (int i = 0; i < 2; i++) {
      steps.dispatch(orders.submitted(orders.applicant()));
      steps.pickup(orders.submitted(orders.applicant()));
    }
    Actor owner = fixtures.applicant();
    OrganisationProfiles profiles = context.getBean(OrganisationProfiles.class);
    profiles.save(owner, Fixtures.profile());
    profiles.submit(owner, TestOrders.HALL);
    String stuck = orders.submitted(orders.applicant());
    context
        .getBean(DSLContext.class)
        .insertInto(INCIDENT)
        .set(INCIDENT.JOB_KEY, 4711L)
        .set(INCIDENT.ORDER_NO, stuck)
        .set(INCIDENT.PROCESS_INSTANCE_KEY, 4710L)
        .set(INCIDENT.ELEMENT_ID, "issuance.issue")
        .set(INCIDENT.JOB_TYPE, "issue-certificates")
        .set(INCIDENT.MESSAGE, "the CA's key file can't be opened: wrong password")
        .set(INCIDENT.STATE, "OPEN")
        .set(INCIDENT.CREATED_AT, Instant.now())
        .execute();
  }

  private String several(Actor applicant) {
    String orderNo =
        orders.draft(
            applicant,
            TestOrders.form(
                "甘肃测试建设有限公司",
                TestOrders.item(CertificateType.ORG, "OFFICIAL", "FINANCE", "CONTRACT"),
                TestOrders.item(CertificateType.ORG_BUSINESS, "CONTRACT")));
    orders.submit(applicant, orderNo);
    return orderNo;
  }

  private void rejectedOnce(Actor reviewer) {
    Actor applicant = orders.applicant();
    String orderNo = several(applicant);
    HumanTask first = steps.review(orderNo);
    context
        .getBean(ReviewDecisions.class)
        .decide(
            reviewer,
            first.id(),
            new ReviewDecision(
                Verdict.REJECT,
                List.of(
                    new Reason("materials.APPLICATION_FORM", "NOT_SEALED", "申请表：未加盖公章"),
                    new Reason("materials.SEAL_IMAGE-1", "SEAL_BLURRED", "印模：印模不清晰"),
                    new Reason("agent.phone", "WRONG", "经办人手机：填写有误")),
                null));
    steps.correction(orderNo);
    orders.move(orderNo, OrderState.REJECTED);
    orders.attach(applicant, orderNo, "APPLICATION_FORM", "申请表-已盖章.pdf", SampleFiles.pdf());
    context.getBean(OrderSubmission.class).submit(applicant, orderNo);
    steps.review(orderNo);
  }
}
