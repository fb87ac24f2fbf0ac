package io.certhall.backoffice.delivery.ui;

import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.task.query.TaskRow;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What goes out of the hall for one order, and to whom.
 *
 * @param keys serials of the keys that belong in it
 */
record Parcel(
    TaskRow task,
    OrderForm.@Nullable AgentForm agent,
    OrderForm.@Nullable DeliveryForm delivery,
    List<String> keys) {

  static Parcel of(TaskRow task, Orders orders) {
    String orderNo = Objects.requireNonNull(task.orderNo());
    OrderForm.Contact contact = orders.contact(orderNo);
    return new Parcel(task, contact.agent(), contact.delivery(), keys(orders.items(orderNo)));
  }

  static List<String> keys(List<Order.Item> items) {
    return items.stream().map(Order.Item::mediumSerial).filter(Objects::nonNull).toList();
  }

  String orderNo() {
    return Objects.requireNonNull(task.orderNo());
  }
}
