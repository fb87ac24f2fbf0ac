package io.certhall.processes.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.bpmn.ProcessPathVisit;
import io.certhall.processes.application.OrderCompletion;
import io.certhall.processes.review.ReviewDecision;
import io.certhall.processes.review.ReviewDecision.Reason;
import io.certhall.processes.review.ReviewDecision.Verdict;
import io.certhall.processes.review.ReviewDecisions;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.query.VisitQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

@ProcessesTest
class VisitQueryTest {

  private final VisitQuery visits;
  private final ReviewDecisions reviews;
  private final OrderCompletion completion;
  private final TestOrders orders;
  private final TestSteps steps;
  private final TestAccounts accounts;
  private final String orderNo;

  VisitQueryTest(
      VisitQuery visits,
      ReviewDecisions reviews,
      OrderCompletion completion,
      TestOrders orders,
      TestSteps steps,
      TestAccounts accounts) {
    this.visits = visits;
    this.reviews = reviews;
    this.completion = completion;
    this.orders = orders;
    this.steps = steps;
    this.accounts = accounts;
    this.orderNo = orders.submitted(orders.applicant());
  }

  @Test
  void an_order_nobody_has_touched_was_nowhere_yet() {
    assertThat(visits.of(orderNo)).isEmpty();
  }

  @Test
  void steps_come_in_their_order_and_the_open_one_has_no_end() {
    reject(steps.review(orderNo));
    steps.correction(orderNo);

    assertThat(visits.of(orderNo))
        .extracting(ProcessPathVisit::elementId)
        .containsExactly("review.decide", "review.correct");
    assertThat(visits.of(orderNo).getFirst().leftAt()).isNotNull();
    assertThat(visits.of(orderNo).getLast().leftAt()).isNull();
  }

  @Test
  void a_step_that_works_certificate_by_certificate_is_one_visit() {
    steps.production(orderNo);

    assertThat(visits.of(orderNo))
        .extracting(ProcessPathVisit::elementId)
        .containsExactly("issuance.produce");
  }

  @Test
  void closing_is_told_with_the_step_that_closed_it() {
    steps.review(orderNo);

    completion.close(orderNo, orders.order(orderNo).round(), "PAYMENT_TIMEOUT", "close-unpaid");

    assertThat(visits.of(orderNo))
        .extracting(ProcessPathVisit::elementId)
        .containsExactly("review.decide", "close-unpaid");
    assertThat(visits.of(orderNo)).allMatch(visit -> visit.leftAt() != null);
  }

  private void reject(HumanTask review) {
    reviews.decide(
        accounts.staff(Role.REVIEWER),
        review.id(),
        new ReviewDecision(
            Verdict.REJECT, List.of(new Reason("agent.phone", "WRONG", "号码有误")), null));
  }
}
