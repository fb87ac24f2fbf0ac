package io.certhall.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of each part while orders are at every step: all finish, each once. */
class CrashTest {

  @TempDir Path data;

  @Test
  void every_order_finishes_once_after_each_part_was_killed() {
    try (RunningHall hall = RunningHall.start(data)) {
      HallClient client = new HallClient(hall.address());
      List<RestOrder> orders = new ArrayList<>();

      orders.addAll(atEveryStep(client));
      hall.kill();
      hall.startAgain();

      orders.addAll(atEveryStep(client));
      hall.killPart("engine");

      orders.addAll(atEveryStep(client));
      hall.killPart("database");

      orders.forEach(RestOrder::finish);
      orders.forEach(order -> assertOnce(client, order));
    }
  }

  /** One order at each step; the last move of each was made just before the crash. */
  private static List<RestOrder> atEveryStep(HallClient client) {
    List<RestOrder> orders = new ArrayList<>();
    for (int step = 0; step <= 5; step++) {
      RestOrder order = RestOrder.draft(client);
      orders.add(order);
    }
    for (int step = 0; step <= 5; step++) {
      RestOrder order = orders.get(step);
      order.submit();
      if (step >= 1) {
        order.approve();
      }
      if (step >= 2) {
        order.reaches("PAYMENT_PENDING").pay();
      }
      if (step >= 3) {
        order.reaches("ISSUE_PENDING").produce();
      }
      if (step >= 4) {
        order.ship();
      }
      if (step >= 5) {
        order.reaches("SHIPPED").receive();
      }
    }
    return orders;
  }

  private static void assertOnce(HallClient client, RestOrder order) {
    assertThat(client.items("demo-applicant", "/api/v1/certificates?orderNo=" + order.orderNo()))
        .as("certificates of " + order.orderNo())
        .hasSize(2);
    assertThat(order.details().get("totalFen").asLong()).isEqualTo(45000);
    assertThat(order.details().get("payStatus").asString()).isEqualTo("PAID");
    assertThat(
            client
                .items("demo-applicant", "/simulators/sms?phone=13800000009")
                .map(message -> message.get("text").asString())
                .filter(text -> text.contains(order.orderNo()) && text.contains("应缴")))
        .as("messages to pay " + order.orderNo())
        .hasSize(1);
  }
}
