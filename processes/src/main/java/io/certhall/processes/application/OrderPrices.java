package io.certhall.processes.application;

import io.certhall.bpmn.FeeLine;
import io.certhall.bpmn.ItemFacts;
import io.certhall.bpmn.PriceNotConfigured;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What an order costs, as the table of its policy decides. Amounts in fen. */
final class OrderPrices {

  private OrderPrices() {}

  /** What these items cost. */
  record Total(List<Order.Line> lines, long totalFen) {

    static final Total NOTHING = new Total(List.of(), 0);

    static Total of(List<Order.Line> lines) {
      return new Total(lines, lines.stream().mapToLong(Order.Line::amountFen).sum());
    }
  }

  /**
   * @throws Refusal RULE PRICE_NOT_CONFIGURED when the hall has no price for one of them
   */
  static Total quote(
      PublishedPolicy policy,
      Service service,
      Holder holder,
      List<ItemForm> items,
      List<ChangeKind> changes) {
    List<Order.Line> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      for (int copy = 0; copy < items.get(i).copies(); copy++) {
        lines.addAll(priced(policy, facts(service, holder, items.get(i), changes), i));
      }
    }
    return Total.of(lines);
  }

  /** What a draft costs so far; nothing as long as a change does not say what it changes. */
  static Total soFar(
      PublishedPolicy policy,
      Service service,
      Holder holder,
      List<ItemForm> items,
      List<ChangeKind> changes) {
    return service == Service.CHANGE && changes.isEmpty()
        ? Total.NOTHING
        : quote(policy, service, holder, items, changes);
  }

  static List<Order.Line> lines(PublishedPolicy policy, Order order, List<Order.Item> items) {
    List<Order.Line> lines = new ArrayList<>();
    for (Order.Item item : items) {
      lines.addAll(
          priced(
              policy,
              facts(order.service(), order.holder(), OrderItems.form(item), order.changes()),
              item.seq() - 1));
    }
    return lines;
  }

  static ItemFacts facts(Service service, Holder holder, ItemForm item, List<ChangeKind> changes) {
    return new ItemFacts(
        service.name(),
        holder.name(),
        item.type().name(),
        item.years(),
        item.seals().size(),
        item.secondary(),
        changes.stream().map(ChangeKind::name).toList());
  }

  private static List<Order.Line> priced(PublishedPolicy policy, ItemFacts item, int index) {
    try {
      List<Order.Line> lines = new ArrayList<>();
      for (FeeLine line : policy.fees().lines(item)) {
        lines.add(
            new Order.Line(
                index + 1,
                line.code(),
                line.label(),
                line.unitFen(),
                line.quantity(),
                line.amountFen()));
      }
      return lines;
    } catch (PriceNotConfigured missing) {
      throw Refusal.rule("items[" + index + "]", "PRICE_NOT_CONFIGURED", missing.feeCode());
    }
  }
}
