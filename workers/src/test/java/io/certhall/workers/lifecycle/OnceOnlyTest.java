package io.certhall.workers.lifecycle;

import static io.certhall.workers.lifecycle.OrderPlayers.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.certhall.processes.application.OrderWithdrawal;
import io.certhall.processes.certificate.CertificateQuery;
import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.engine.ProcessEngine;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.payment.Payment;
import io.certhall.processes.payment.PaymentSettlement.Outcome;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskRow;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@LifecycleTest
class OnceOnlyTest {

  private final OrderPlayers players;
  private final ProcessEngine engine;
  private final OrderWithdrawal withdrawal;
  private final CertificateQuery certificates;

  OnceOnlyTest(
      OrderPlayers players,
      ProcessEngine engine,
      OrderWithdrawal withdrawal,
      CertificateQuery certificates) {
    this.players = players;
    this.engine = engine;
    this.withdrawal = withdrawal;
    this.certificates = certificates;
  }

  @Test
  void a_second_instance_of_a_doubtful_start_is_cancelled_at_its_first_step() {
    String orderNo = submitted();
    Order order = players.order(orderNo);
    engine
        .send(
            new EngineCommand.StartOrder(
                orderNo,
                Objects.requireNonNull(order.policyVersionId()),
                Map.of(
                    "orderNo",
                    orderNo,
                    "hall",
                    "gscamce",
                    "service",
                    "NEW",
                    "round",
                    1,
                    "dueFen",
                    45000,
                    "deliveryMethod",
                    "COURIER",
                    "invoiceWanted",
                    false)))
        .toCompletableFuture()
        .join();

    players.approves(orderNo);
    players.reaches(orderNo, OrderState.PAYMENT_PENDING);

    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(60))
        .until(() -> players.allTasks(players.reviewer, TaskQueue.REVIEW, orderNo).isEmpty());
    assertThat(players.order(orderNo).processInstanceKey()).isEqualTo(order.processInstanceKey());
  }

  @Test
  void a_task_can_be_completed_once() {
    String orderNo = submitted();
    TaskRow task = players.task(players.reviewer, TaskQueue.REVIEW, orderNo);
    players.approves(orderNo);

    assertThatThrownBy(() -> players.approves(task))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("TASK_DONE");
  }

  @Test
  void money_is_counted_once_however_often_it_is_reported() {
    String orderNo = submitted();
    players.approves(orderNo);
    players.reaches(orderNo, OrderState.PAYMENT_PENDING);
    Payment first = players.opensPayment(orderNo);
    Payment second = players.opensPayment(orderNo);
    assertThat(second.paymentNo()).isEqualTo(first.paymentNo());

    assertThat(players.reportPaid(first)).isEqualTo(Outcome.SETTLED);
    assertThat(players.reportPaid(first)).isEqualTo(Outcome.REPEATED);

    players.reaches(orderNo, OrderState.ISSUE_PENDING);
    assertThat(players.order(orderNo).paidFen()).isEqualTo(first.amountFen());
    players.produces(orderNo);
    players.reaches(orderNo, OrderState.SHIP_PENDING);
    assertThat(
            certificates.page(
                players.applicant,
                new CertificateQuery.Filter(null, orderNo, null, null, null),
                null,
                10))
        .hasSize(2);
  }

  @Test
  void a_withdrawn_order_leaves_no_task_behind() {
    String orderNo = submitted();
    withdrawal.withdraw(players.applicant, orderNo);

    assertThat(players.order(orderNo).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(players.allTasks(players.reviewer, TaskQueue.REVIEW, orderNo)).isEmpty();
    assertThatThrownBy(() -> withdrawal.withdraw(players.applicant, orderNo))
        .hasMessageContaining("ORDER_NOT_WITHDRAWABLE");
  }

  @Test
  @Tag("GS-22")
  @Tag("GS-36")
  @Tag("GS-76")
  void a_key_is_handed_over_at_the_counter() {
    String orderNo =
        players.submits(DeliveryMethod.PICKUP, item(CertificateType.ORG_BUSINESS, "OFFICIAL"));
    players.reaches(orderNo, OrderState.REVIEW_PENDING);
    players.approves(orderNo);
    players.reaches(orderNo, OrderState.PAYMENT_PENDING);
    players.pays(orderNo);
    players.reaches(orderNo, OrderState.ISSUE_PENDING);
    players.produces(orderNo);
    players.reaches(orderNo, OrderState.PICKUP_PENDING);
    players.handsOver(orderNo);
    players.reaches(orderNo, OrderState.COMPLETED);
  }

  private String submitted() {
    String orderNo =
        players.submits(DeliveryMethod.COURIER, item(CertificateType.ORG_BUSINESS, "OFFICIAL"));
    players.reaches(orderNo, OrderState.REVIEW_PENDING);
    return orderNo;
  }
}
