package io.certhall.processes.order;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders as other features see them. */
public interface Orders {

  Optional<Order> find(String orderNo);

  /** Reads the order and holds its row until the transaction ends: one change at a time. */
  Optional<Order> lock(String orderNo);

  List<Order.Item> items(String orderNo);

  List<Order.Line> lines(String orderNo);

  /** Agent, delivery and invoice data in clear. */
  OrderForm.Contact contact(String orderNo);

  /** The same of several orders at once, by their numbers. */
  Map<String, OrderForm.Contact> contacts(Collection<String> orderNos);

  /**
   * @throws Refusal CONFLICT STALE_VERSION when someone else changed the order since it was read
   */
  void change(Order order, OrderChange change);

  default Order locked(String orderNo) {
    return lock(orderNo).orElseThrow(() -> Refusal.notFound("ORDER_UNKNOWN", orderNo));
  }

  /** What is not the actor's own does not exist for him. */
  default Order lockedOwn(Actor actor, String orderNo) {
    return lock(orderNo)
        .filter(order -> order.isOwnedBy(actor.accountId()))
        .orElseThrow(() -> Refusal.notFound("ORDER_UNKNOWN", orderNo));
  }

  /** Own for applicants, any for staff. */
  default Order visible(Actor actor, String orderNo) {
    return find(orderNo)
        .filter(order -> order.isOwnedBy(actor.accountId()) || seesSubmitted(actor, order))
        .orElseThrow(() -> Refusal.notFound("ORDER_UNKNOWN", orderNo));
  }

  private static boolean seesSubmitted(Actor actor, Order order) {
    return actor.isSystem() || (actor.readsCases() && order.submittedAt() != null);
  }
}
