package io.certhall.processes.task;

import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderBatch;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.outbox.Outbox;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the engine's waiting steps into the database: the task, the order's state, the timeline
 * and the message the policy wants sent on arrival. Many steps in one transaction, each step once.
 */
@Service
public class TaskProjection {

  private final JooqTaskRepository tasks;
  private final OrderBatch orders;
  private final OrderHistory history;
  private final Notifications notifications;
  private final Outbox outbox;
  private final PromisedTime promises;
  private final Clock clock;

  TaskProjection(
      JooqTaskRepository tasks,
      OrderBatch orders,
      OrderHistory history,
      Notifications notifications,
      Outbox outbox,
      PromisedTime promises,
      Clock clock) {
    this.tasks = tasks;
    this.orders = orders;
    this.history = history;
    this.notifications = notifications;
    this.outbox = outbox;
    this.promises = promises;
    this.clock = clock;
  }

  /** Projects what is new of these steps; a step seen before changes nothing. */
  @Transactional
  public void project(Collection<WaitingStep> steps) {
    List<JooqTaskRepository.Earlier> earlier =
        tasks.earlier(
            steps.stream().map(WaitingStep::jobKey).toList(),
            steps.stream().map(WaitingStep::orderNo).collect(Collectors.toSet()));
    Set<Long> known =
        earlier.stream().map(JooqTaskRepository.Earlier::jobKey).collect(Collectors.toSet());
    List<WaitingStep> fresh =
        steps.stream().filter(step -> !known.contains(step.jobKey())).toList();
    if (fresh.isEmpty()) {
      return;
    }
    Map<String, OrderBatch.Entry> found =
        orders.lock(fresh.stream().map(WaitingStep::orderNo).collect(Collectors.toSet()));
    Instant now = clock.instant();
    List<JooqTaskRepository.NewTask> rows = new ArrayList<>();
    List<OrderHistory.Event> events = new ArrayList<>();
    List<OrderBatch.Change> changes = new ArrayList<>();
    List<WaitingStep> entered = new ArrayList<>();
    for (WaitingStep step : fresh) {
      OrderBatch.Entry entry = found.get(step.orderNo());
      if (entry == null || isOver(entry.order(), step)) {
        outbox.promise(new EngineCommand.CancelInstance(step.orderNo(), step.processInstanceKey()));
        continue;
      }
      Order order = entry.order();
      OrderState state = OrderState.valueOf(step.headers().getOrDefault("state", ""));
      TaskQueue queue = TaskQueue.ofCode(step.headers().getOrDefault("queue", ""));
      rows.addAll(rows(step, entry, queue, now));
      changes.add(new OrderBatch.Change(order, arrival(order, state, step, now)));
      if (order.state() != state) {
        events.add(
            new OrderHistory.Event(
                order.orderNo(),
                now,
                OrderEventKind.ENTERED,
                state,
                step.round(),
                step.elementId(),
                Actor.SYSTEM,
                null));
      }
      entered.add(step);
    }
    endEarlierSteps(earlier, entered);
    tasks.insert(rows);
    orders.change(changes);
    history.append(events);
    notifications.aboutOrders(
        entered.stream()
            .filter(step -> step.headers().containsKey("message"))
            .map(step -> message(step, found.get(step.orderNo()).order()))
            .toList());
  }

  private static Notifications.AboutOrder message(WaitingStep step, Order order) {
    String message = step.headers().getOrDefault("message", "");
    return new Notifications.AboutOrder(
        order,
        message,
        message + ":" + step.orderNo() + ":" + step.elementId() + ":" + step.round(),
        Map.of());
  }

  /** A timer took an order on: nobody has to do its earlier step any more. */
  private void endEarlierSteps(
      List<JooqTaskRepository.Earlier> earlier, List<WaitingStep> entered) {
    Set<String> movedOn = entered.stream().map(WaitingStep::orderNo).collect(Collectors.toSet());
    movedOn.retainAll(
        earlier.stream()
            .filter(JooqTaskRepository.Earlier::open)
            .map(JooqTaskRepository.Earlier::orderNo)
            .collect(Collectors.toSet()));
    if (!movedOn.isEmpty()) {
      tasks.cancelOpen(movedOn, clock.instant());
    }
  }

  /** Steps that are among these and still wait for a person. */
  public Set<Long> stillOpen(Collection<Long> jobKeys) {
    return tasks.stillOpen(jobKeys);
  }

  /** An ended order, or a second instance of a doubtful start. */
  private static boolean isOver(Order order, WaitingStep step) {
    return order.state().isEnded()
        || (order.processInstanceKey() != null
            && order.processInstanceKey() != step.processInstanceKey());
  }

  private List<JooqTaskRepository.NewTask> rows(
      WaitingStep step, OrderBatch.Entry entry, TaskQueue queue, Instant now) {
    Order order = entry.order();
    List<Integer> itemSeqs = queue.isPerItem() ? entry.pendingItems() : List.of(0);
    Instant due = due(order, queue, step, now);
    return itemSeqs.stream()
        .map(
            seq ->
                new JooqTaskRepository.NewTask(
                    step,
                    seq,
                    queue,
                    order.hall(),
                    order.service().name(),
                    order.applicantName(),
                    now,
                    due))
        .toList();
  }

  private @Nullable Instant due(Order order, TaskQueue queue, WaitingStep step, Instant now) {
    Instant promised = promises.due(order, queue, now);
    if (promised != null) {
      return promised;
    }
    String promise = step.headers().get("due");
    return promise == null ? null : now.plus(Duration.parse(promise));
  }

  private static OrderChange arrival(Order order, OrderState state, WaitingStep step, Instant now) {
    OrderChange change = OrderChange.of().state(state, now);
    if (order.processInstanceKey() == null) {
      change.instance(step.processInstanceKey());
    }
    switch (state) {
      case REVIEW_PENDING -> change.reviewStatus(ReviewStatus.UNREVIEWED);
      case SHIP_PENDING -> change.deliveryStatus(DeliveryStatus.SHIP_PENDING);
      case SHIPPED -> change.deliveryStatus(DeliveryStatus.SHIPPED);
      case PICKUP_PENDING -> change.deliveryStatus(DeliveryStatus.PICKUP_PENDING);
      default -> {}
    }
    return change;
  }
}
