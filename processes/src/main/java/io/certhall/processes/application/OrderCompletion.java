package io.certhall.processes.application;

import io.certhall.processes.medium.MediumCustody;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderBatch;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalTexts;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the engine asks at the end of an order's way. Each call may come twice. */
@Service
public class OrderCompletion {

  private final Orders orders;
  private final OrderBatch batch;
  private final HumanTasks tasks;
  private final OrderEnding ending;
  private final OrderHistory history;
  private final Notifications notifications;
  private final OrderRestart restart;
  private final MediumCustody custody;
  private final Clock clock;

  OrderCompletion(
      Orders orders,
      OrderBatch batch,
      HumanTasks tasks,
      OrderEnding ending,
      OrderHistory history,
      Notifications notifications,
      OrderRestart restart,
      MediumCustody custody,
      Clock clock) {
    this.orders = orders;
    this.batch = batch;
    this.tasks = tasks;
    this.ending = ending;
    this.history = history;
    this.notifications = notifications;
    this.restart = restart;
    this.custody = custody;
    this.clock = clock;
  }

  /** An order at the last step of its diagram. */
  public record Finished(String orderNo, String elementId) {}

  @Transactional
  public void complete(String orderNo, String elementId) {
    complete(List.of(new Finished(orderNo, elementId)));
  }

  /** Several in one transaction; those that have ended before stay as they are. */
  @Transactional
  public void complete(Collection<Finished> finished) {
    Map<String, Order> held =
        batch.lockOrders(finished.stream().map(Finished::orderNo).collect(Collectors.toSet()));
    Set<String> seen = new HashSet<>();
    Instant now = clock.instant();
    List<OrderBatch.Change> changes = new ArrayList<>();
    List<OrderHistory.Event> events = new ArrayList<>();
    List<Notifications.AboutOrder> messages = new ArrayList<>();
    for (Finished one : finished) {
      String orderNo = one.orderNo();
      Order order = held.get(orderNo);
      if (order == null) {
        throw Refusal.notFound("ORDER_UNKNOWN", orderNo);
      }
      if (order.state().isEnded() || !seen.add(orderNo)) {
        continue;
      }
      OrderChange change = OrderChange.of().state(OrderState.COMPLETED, now).completed(now);
      if (isToBeReceived(order)) {
        // The engine went on without the applicant: the time to confirm receipt is over.
        tasks.cancelOpen(List.of(orderNo));
        change.deliveryStatus(DeliveryStatus.RECEIVED);
        custody.handedOver(Actor.SYSTEM, order, null);
        events.add(
            event(
                order, now, OrderEventKind.RECEIVED_AUTOMATICALLY, order.state(), one.elementId()));
      }
      changes.add(new OrderBatch.Change(order, change));
      events.add(
          event(order, now, OrderEventKind.COMPLETED, OrderState.COMPLETED, one.elementId()));
      messages.add(new Notifications.AboutOrder(order, "MSG-73", "MSG-73:" + orderNo, Map.of()));
    }
    batch.change(changes);
    history.append(events);
    notifications.aboutOrders(messages);
  }

  private boolean isToBeReceived(Order order) {
    return order.deliveryStatus() != DeliveryStatus.RECEIVED
        && tasks.waiting(order.orderNo(), TaskQueue.RECEIVE).isPresent();
  }

  /**
   * Closes an order whose time is over. A timer that fired while the applicant resubmitted is
   * stale: the round moved on, and the order continues in a fresh instance.
   *
   * @param reason PAYMENT_TIMEOUT or REJECTED_TIMEOUT
   */
  @Transactional
  public void close(String orderNo, int round, String reason, String elementId) {
    Order order = orders.locked(orderNo);
    if (order.state().isEnded()) {
      return;
    }
    if (round < order.round()) {
      startAnew(order);
      return;
    }
    ending.end(Actor.SYSTEM, order, OrderState.CLOSED, OrderEventKind.CLOSED, elementId, reason);
    notifications.aboutOrder(
        order,
        "MSG-05",
        "MSG-05:" + orderNo,
        Map.of("reason", RefusalTexts.text(reason, List.of(), Locale.CHINESE)));
  }

  private void startAnew(Order order) {
    orders.change(order, OrderChange.of().noInstance());
    restart.start(order);
  }

  private static OrderHistory.Event event(
      Order order, Instant at, OrderEventKind kind, OrderState state, String elementId) {
    return new OrderHistory.Event(
        order.orderNo(), at, kind, state, order.round(), elementId, Actor.SYSTEM, null);
  }
}
