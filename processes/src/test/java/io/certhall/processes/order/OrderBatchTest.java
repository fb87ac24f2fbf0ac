package io.certhall.processes.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.security.Actor;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestOrders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessesTest
class OrderBatchTest {

  private final OrderBatch batch;
  private final TestOrders orders;
  private final TransactionTemplate transaction;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  OrderBatchTest(OrderBatch batch, TestOrders orders, TransactionTemplate transaction) {
    this.batch = batch;
    this.orders = orders;
    this.transaction = transaction;
  }

  @Test
  void each_order_of_a_batch_gets_its_own_values_and_keeps_what_its_change_leaves_out() {
    Actor applicant = orders.applicant();
    String first = orders.draft(applicant);
    String second = orders.draft(applicant);
    Order secondBefore = orders.order(second);

    transaction.executeWithoutResult(
        status -> {
          Map<String, OrderBatch.Entry> held = batch.lock(List.of(first, second));
          batch.change(
              List.of(
                  new OrderBatch.Change(
                      held.get(first).order(),
                      OrderChange.of()
                          .state(OrderState.REVIEW_PENDING, now)
                          .reviewStatus(ReviewStatus.APPROVED)
                          .instance(4711)),
                  new OrderBatch.Change(
                      held.get(second).order(),
                      OrderChange.of()
                          .state(OrderState.SHIPPED, now)
                          .deliveryStatus(DeliveryStatus.SHIPPED))));
        });

    assertThat(orders.order(first))
        .returns(OrderState.REVIEW_PENDING, Order::state)
        .returns(ReviewStatus.APPROVED, Order::reviewStatus)
        .returns(4711L, Order::processInstanceKey)
        .returns(now, Order::stateSince);
    assertThat(orders.order(second))
        .returns(OrderState.SHIPPED, Order::state)
        .returns(DeliveryStatus.SHIPPED, Order::deliveryStatus)
        .returns(secondBefore.reviewStatus(), Order::reviewStatus)
        .returns(null, Order::processInstanceKey)
        .returns(secondBefore.version() + 1, Order::version);
  }

  @Test
  void orders_of_a_batch_may_lose_their_instance_together() {
    Actor applicant = orders.applicant();
    List<String> numbers = List.of(orders.draft(applicant), orders.draft(applicant));
    numbers.forEach(orderNo -> orders.change(orderNo, OrderChange.of().instance(4712)));

    transaction.executeWithoutResult(
        status -> {
          List<OrderBatch.Change> changes =
              batch.lock(numbers).values().stream()
                  .map(entry -> new OrderBatch.Change(entry.order(), OrderChange.of().noInstance()))
                  .toList();
          batch.change(changes);
        });

    assertThat(numbers)
        .allSatisfy(orderNo -> assertThat(orders.order(orderNo).processInstanceKey()).isNull());
  }
}
