package io.certhall.processes.delivery;

import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static io.certhall.db.generated.Tables.PICKUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.ProcessesTest;
import io.certhall.processes.support.Refused;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.support.TestOrders;
import io.certhall.processes.support.TestSteps;
import io.certhall.processes.task.HumanTask;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ProcessesTest
class PickupLetterTest {

  private final PickupDesk desk;
  private final TestOrders orders;
  private final TestSteps steps;
  private final DSLContext dsl;
  private final Actor dispatcher;

  PickupLetterTest(
      PickupDesk desk, TestOrders orders, TestSteps steps, TestAccounts accounts, DSLContext dsl) {
    this.desk = desk;
    this.orders = orders;
    this.steps = steps;
    this.dsl = dsl;
    this.dispatcher = accounts.staff(Role.DISPATCHER);
  }

  @Test
  @Tag("SD-22")
  @Tag("AC-32")
  void shandong_hands_out_against_the_letter_only() {
    HumanTask task = pickupIn("sdca");
    assertThat(desk.asksForLetter("sdca")).isTrue();
    assertThat(Refused.codes(() -> desk.handOver(dispatcher, task.id(), "王五", "001X", false)))
        .containsExactly("LETTER_MISSING");

    desk.handOver(dispatcher, task.id(), "王五", "001X", true);

    assertThat(
            dsl.fetchExists(
                PICKUP, PICKUP.ORDER_NO.eq(task.orderNo()), PICKUP.LETTER_SEEN.isTrue()))
        .isTrue();
  }

  @Test
  void a_hall_that_asks_for_none_hands_out_without() {
    HumanTask task = pickupIn(TestOrders.HALL);
    assertThat(desk.asksForLetter(TestOrders.HALL)).isFalse();

    desk.handOver(dispatcher, task.id(), "王五", "001X", false);

    assertThat(dsl.fetchExists(PICKUP, PICKUP.ORDER_NO.eq(task.orderNo()))).isTrue();
  }

  private HumanTask pickupIn(String hall) {
    String orderNo = orders.submitted(orders.applicant());
    HumanTask task = steps.pickup(orderNo);
    dsl.update(HUMAN_TASK).set(HUMAN_TASK.HALL, hall).where(HUMAN_TASK.ID.eq(task.id())).execute();
    return task;
  }
}
