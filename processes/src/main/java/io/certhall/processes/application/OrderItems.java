package io.certhall.processes.application;

import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import java.util.Collections;
import java.util.List;

/** Items as forms, one per certificate. */
final class OrderItems {

  private static final int MOST_COPIES = 1000;

  private OrderItems() {}

  /** The same certificate several times becomes several items. */
  static List<ItemForm> singles(List<ItemForm> items) {
    for (int i = 0; i < items.size(); i++) {
      int copies = items.get(i).copies();
      if (copies < 1 || copies > MOST_COPIES) {
        throw new Refusal(
            RefusalKind.RULE,
            List.of(Problem.of("items[" + i + "].copies", "LIMIT_COPIES", copies)));
      }
    }
    return items.stream()
        .flatMap(item -> Collections.nCopies(item.copies(), item.single()).stream())
        .toList();
  }

  static ItemForm form(Order.Item item) {
    return new ItemForm(
        item.type(),
        item.personId(),
        item.years(),
        1,
        item.seals(),
        item.secondary(),
        item.certificateSerial());
  }

  static List<ItemForm> forms(List<Order.Item> items) {
    return items.stream().map(OrderItems::form).toList();
  }
}
