package io.certhall.processes.application;

import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.outbox.Outbox;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTasks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends an order before it is done: tasks, instance and money follow. */
@Component
public class OrderEnding {

  private final Orders orders;
  private final HumanTasks tasks;
  private final OrderHistory history;
  private final Outbox outbox;
  private final List<OrderEndListener> listeners;
  private final Clock clock;

  OrderEnding(
      Orders orders,
      HumanTasks tasks,
      OrderHistory history,
      Outbox outbox,
      List<OrderEndListener> listeners,
      Clock clock) {
    this.orders = orders;
    this.tasks = tasks;
    this.history = history;
    this.outbox = outbox;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * @param state CANCELLED or CLOSED
   * @param elementId the step of the diagram that ends it; null when a person does
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(
      Actor actor,
      Order order,
      OrderState state,
      OrderEventKind kind,
      @Nullable String elementId,
      @Nullable String note) {
    Instant now = clock.instant();
    orders.change(order, OrderChange.of().state(state, now).completed(now));
    tasks.cancelOpen(List.of(order.orderNo()));
    history.append(
        new OrderHistory.Event(
            order.orderNo(), now, kind, state, order.round(), elementId, actor, note));
    // An instance not known yet is cancelled when its first step arrives.
    if (order.processInstanceKey() != null) {
      outbox.promise(new EngineCommand.CancelInstance(order.orderNo(), order.processInstanceKey()));
    }
    listeners.forEach(listener -> listener.orderEnded(actor, order));
  }
}
