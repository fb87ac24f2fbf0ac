package io.certhall.processes.calendar;

import static io.certhall.db.generated.Tables.ORDER_EVENT;
import static io.certhall.processes.calendar.WorkingDaysTest.china;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.support.OrdersOfHalls;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.TaskState;
import io.certhall.processes.task.query.TaskRow;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class HallPromisesOfOrdersTest {

  private final HallPromises promises;
  private final TestOrders orders;
  private final DSLContext dsl;

  HallPromisesOfOrdersTest(HallPromises promises, TestOrders orders, DSLContext dsl) {
    this.promises = promises;
    this.orders = orders;
    this.dsl = dsl;
  }

  @Test
  @Tag("AC-40")
  @Tag("SZ-36")
  void a_review_in_hunan_is_overdue_after_one_working_day() {
    Instant friday = china("2026-11-20T15:30");

    Instant due = promises.due(order("szca-hunan"), TaskQueue.REVIEW, friday);

    assertThat(due).isEqualTo(china("2026-11-23T15:30"));
    TaskRow row =
        new TaskRow(
            1,
            TaskQueue.REVIEW,
            "szca-hunan",
            "NEW",
            null,
            null,
            0,
            "",
            1,
            TaskState.OPEN,
            null,
            null,
            friday,
            due);
    assertThat(row.isOverdue(china("2026-11-23T15:29"))).isFalse();
    assertThat(row.isOverdue(china("2026-11-23T15:31"))).isTrue();
  }

  @Test
  @Tag("GX-05")
  @Tag("CFCA-36")
  void a_parcel_is_due_at_the_end_of_the_promised_day_and_a_resubmission_starts_anew() {
    Order order = order("gxca-suqian");
    dsl.deleteFrom(ORDER_EVENT).where(ORDER_EVENT.ORDER_NO.eq(order.orderNo())).execute();
    event(order, OrderEventKind.PAID, china("2026-11-20T16:30"));

    assertThat(promises.due(order, TaskQueue.DISPATCH, china("2026-11-20T16:50")))
        .isEqualTo(china("2026-11-21T00:00"));
    assertThat(
            promises.due(
                OrdersOfHalls.in("cfca-suqian", order),
                TaskQueue.DISPATCH,
                china("2026-11-20T16:50")))
        .isEqualTo(china("2026-11-21T00:00"));
    event(order, OrderEventKind.RESUBMITTED, china("2026-11-20T18:00"));
    assertThat(promises.due(order, TaskQueue.DISPATCH, china("2026-11-23T09:00")))
        .isEqualTo(china("2026-11-24T00:00"));
  }

  @Test
  void a_hall_without_a_promise_leaves_it_to_the_diagram() {
    assertThat(promises.due(order("gscamce"), TaskQueue.REVIEW, china("2026-11-20T09:00")))
        .isNull();
    assertThat(promises.due(order("gscamce"), TaskQueue.DISPATCH, china("2026-11-20T09:00")))
        .isNull();
    assertThat(promises.due(order("szca-hunan"), TaskQueue.PAYMENT, china("2026-11-20T09:00")))
        .isNull();
  }

  private Order order(String hall) {
    return OrdersOfHalls.in(hall, orders.order(orders.submitted(orders.applicant())));
  }

  private void event(Order order, OrderEventKind kind, Instant at) {
    dsl.insertInto(ORDER_EVENT)
        .set(ORDER_EVENT.ORDER_NO, order.orderNo())
        .set(ORDER_EVENT.AT, at)
        .set(ORDER_EVENT.KIND, kind.name())
        .set(ORDER_EVENT.STATE, order.state().name())
        .set(ORDER_EVENT.ROUND, 1)
        .set(ORDER_EVENT.ACTOR_NAME, "system")
        .execute();
  }
}
