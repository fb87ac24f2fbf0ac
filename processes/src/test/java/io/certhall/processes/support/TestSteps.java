package io.certhall.processes.support;

import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskProjection;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.WaitingStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Brings orders to waiting steps, as the engine's jobs would. */
public class TestSteps {

  private static final AtomicLong KEYS = new AtomicLong(4_503_599_627_370_497L);

  private final TaskProjection projection;
  private final HumanTasks tasks;
  private final Orders orders;
  private final Map<String, Long> instances = new HashMap<>();

  TestSteps(TaskProjection projection, HumanTasks tasks, Orders orders) {
    this.projection = projection;
    this.tasks = tasks;
    this.orders = orders;
  }

  /** The order waits for its review. */
  public HumanTask review(String orderNo) {
    return arrive(orderNo, "review.decide", OrderState.REVIEW_PENDING, TaskQueue.REVIEW);
  }

  public HumanTask correction(String orderNo) {
    return arrive(orderNo, "review.correct", OrderState.REJECTED, TaskQueue.CORRECT);
  }

  /** One task per certificate; the first of them. */
  public HumanTask production(String orderNo) {
    return arrive(orderNo, "issuance.produce", OrderState.ISSUE_PENDING, TaskQueue.PRODUCTION);
  }

  public HumanTask dispatch(String orderNo) {
    return arrive(orderNo, "delivery.ship", OrderState.SHIP_PENDING, TaskQueue.DISPATCH);
  }

  public HumanTask pickup(String orderNo) {
    return arrive(orderNo, "delivery.hand-over", OrderState.PICKUP_PENDING, TaskQueue.PICKUP);
  }

  /** The first task of a step that was just reached. */
  public HumanTask arrive(String orderNo, String elementId, OrderState state, TaskQueue queue) {
    long instance = instances.computeIfAbsent(orderNo, no -> KEYS.incrementAndGet());
    projection.project(
        List.of(
            new WaitingStep(
                KEYS.incrementAndGet(),
                instance,
                elementId,
                orderNo,
                orders.find(orderNo).orElseThrow().round(),
                Map.of("state", state.name(), "queue", queue.code(), "due", "P1D"))));
    return tasks.waiting(orderNo, queue).orElseThrow();
  }
}
