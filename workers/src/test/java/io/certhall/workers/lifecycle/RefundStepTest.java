package io.certhall.workers.lifecycle;

import static io.certhall.db.generated.Tables.REFUND;
import static io.certhall.workers.lifecycle.OrderPlayers.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.workers.job.OrderJobHandler;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Steps a policy may have, though no shipped one uses them in every way. */
@LifecycleTest
class RefundStepTest {

  private final OrderPlayers players;
  private final List<OrderJobHandler> handlers;
  private final DSLContext dsl;

  RefundStepTest(OrderPlayers players, List<OrderJobHandler> handlers, DSLContext dsl) {
    this.players = players;
    this.handlers = handlers;
    this.dsl = dsl;
  }

  @Test
  void a_refund_step_that_comes_twice_promises_the_money_once() {
    String orderNo =
        players.submits(DeliveryMethod.COURIER, item(CertificateType.ORG_BUSINESS, "OFFICIAL"));
    players.reaches(orderNo, OrderState.REVIEW_PENDING);
    players.approves(orderNo);
    players.reaches(orderNo, OrderState.PAYMENT_PENDING);
    players.pays(orderNo);
    players.reaches(orderNo, OrderState.ISSUE_PENDING);

    EngineJob job = job("request-refund", orderNo, Map.of("reason", "材料无法核实"));
    handler("request-refund").handle(job);
    handler("request-refund").handle(job);

    assertThat(
            dsl.select(REFUND.AMOUNT_FEN, REFUND.REASON)
                .from(REFUND)
                .where(REFUND.ORDER_NO.eq(orderNo))
                .fetch(row -> row.value1() + " " + row.value2()))
        .containsExactly(players.order(orderNo).paidFen() + " 材料无法核实");
    assertThat(players.order(orderNo).payStatus()).isEqualTo(PayStatus.REFUNDING);
  }

  @Test
  void a_reminder_without_message_is_a_fault_of_the_diagram() {
    assertThatThrownBy(
            () ->
                handler("send-reminder")
                    .handle(job("send-reminder", "20260101000000000", Map.of())))
        .hasMessageContaining("needs the header message");
  }

  private OrderJobHandler handler(String type) {
    return handlers.stream()
        .filter(handler -> handler.jobType().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static EngineJob job(String type, String orderNo, Map<String, String> headers) {
    return new EngineJob(1, type, "step." + type, 1, orderNo, 1, 5, headers);
  }
}
