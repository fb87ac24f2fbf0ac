package io.certhall.processes.document;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of business a form offers, the one that is applied for ticked with its numbers. */
final class OrderKinds {

  private OrderKinds() {}

  static String of(
      HallSettings hall,
      Order order,
      List<Order.Item> items,
      OrderForm.@Nullable ChangeForm change) {
    return hall.services().stream()
        .filter(offer -> hall.offersService(offer.code(), order.holder().name()))
        .map(
            offer ->
                offer.code().equals(order.service().name())
                    ? Words.of("kind.ticked", offer.title().zh(), numbers(hall, order, items))
                        + (change == null ? "" : changed(change))
                    : Words.of("kind.open", offer.title().zh()))
        .collect(Collectors.joining("　"));
  }

  private static String numbers(HallSettings hall, Order order, List<Order.Item> items) {
    String years =
        items.stream()
            .map(item -> Integer.toString(item.years()))
            .distinct()
            .collect(Collectors.joining("、"));
    return hall.asksYears(order.service().name())
        ? Words.of("kind.quantityYears", items.size(), years)
        : Words.of("kind.quantity", items.size());
  }

  private static String changed(OrderForm.ChangeForm change) {
    return change.kinds().stream()
        .map(kind -> Words.of("change." + kind.name(), before(kind, change), after(kind, change)))
        .collect(Collectors.joining("；", "：", ""));
  }

  private static String before(ChangeKind kind, OrderForm.ChangeForm change) {
    OrderForm.ChangeForm.Before before = change.before();
    if (before == null) {
      return "";
    }
    return switch (kind) {
      case NAME -> text(before.name());
      case LEGAL_REP -> text(before.legalRep());
      case SEAL -> "";
    };
  }

  private static String after(ChangeKind kind, OrderForm.ChangeForm change) {
    return switch (kind) {
      case NAME -> text(change.newName());
      case LEGAL_REP -> text(change.newLegalRep());
      case SEAL -> "";
    };
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
