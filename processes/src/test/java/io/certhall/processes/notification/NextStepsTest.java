package io.certhall.processes.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.bpmn.LocalText;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.TaskQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ProcessesTest
class NextStepsTest {

  private final NextSteps steps;
  private final PublishedPolicies policies;
  private final TestOrders orders;
  private final TestSteps arrivals;

  NextStepsTest(
      NextSteps steps, PublishedPolicies policies, TestOrders orders, TestSteps arrivals) {
    this.steps = steps;
    this.policies = policies;
    this.orders = orders;
    this.arrivals = arrivals;
  }

  @Test
  void what_follows_a_payment_is_read_from_the_diagram() {
    String orderNo = orders.submitted(orders.applicant());
    assertThat(steps.afterPayment(policies.active(TestOrders.HALL), orders.order(orderNo)))
        .isEqualTo(new LocalText("办理", "processing"));

    arrivals.arrive(orderNo, "payment.pay", OrderState.PAYMENT_PENDING, TaskQueue.PAYMENT);

    assertThat(steps.afterPayment(policies.active(TestOrders.HALL), orders.order(orderNo)))
        .extracting(LocalText::zh)
        .isEqualTo("制作证书");
  }

  @Test
  void a_step_that_is_not_in_the_diagram_leaves_a_sentence_that_reads() {
    String orderNo = orders.submitted(orders.applicant());
    arrivals.arrive(orderNo, "gone.pay", OrderState.PAYMENT_PENDING, TaskQueue.PAYMENT);

    assertThat(steps.afterPayment(policies.active(TestOrders.HALL), orders.order(orderNo)))
        .isEqualTo(new LocalText("办理", "processing"));
  }

  @ParameterizedTest
  @EnumSource(OrderState.class)
  void each_state_has_words(OrderState state) {
    assertThat(NextSteps.words(state))
        .satisfies(words -> assertThat(words.zh() + words.en()).isNotBlank());
  }
}
