package io.certhall.processes.task;

import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.order.Order;
import io.certhall.processes.outbox.Outbox;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People's work: claim, release, complete. Completing the last open task of a waiting step promises
 * the step's completion to the engine in the same transaction.
 */
@Service
public class HumanTasks {

  private final JooqTaskRepository repository;
  private final Outbox outbox;
  private final Clock clock;

  HumanTasks(JooqTaskRepository repository, Outbox outbox, Clock clock) {
    this.repository = repository;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Reserves the task for the actor; claiming one's own again changes nothing. */
  @Transactional
  public void claim(Actor actor, long taskId) {
    HumanTask task = workable(actor, taskId);
    if (Objects.equals(task.assigneeId(), actor.accountId())) {
      return;
    }
    if (task.assigneeId() != null) {
      throw Refusal.conflict("TASK_CLAIMED");
    }
    repository.claim(task, actor.accountId(), clock.instant());
  }

  @Transactional
  public void release(Actor actor, long taskId) {
    HumanTask task = workable(actor, taskId);
    if (task.assigneeId() == null) {
      return;
    }
    if (task.assigneeId() != actor.accountId() && !actor.has(Role.ADMIN)) {
      throw Refusal.conflict("TASK_CLAIMED");
    }
    repository.release(task);
  }

  /**
   * The task, if the actor may work on it now.
   *
   * @throws Refusal NOT_FOUND, FORBIDDEN (wrong role), CONFLICT (done, or claimed by another)
   */
  public HumanTask workable(Actor actor, long taskId) {
    HumanTask task =
        repository.find(taskId).orElseThrow(() -> Refusal.notFound("TASK_UNKNOWN", taskId));
    Role role = task.queue().role();
    if (role == null || !actor.has(role)) {
      throw actor.isStaff()
          ? Refusal.forbidden("ROLE_MISSING")
          : Refusal.notFound("TASK_UNKNOWN", taskId);
    }
    if (!task.isOpen()) {
      throw Refusal.conflict("TASK_DONE");
    }
    return task;
  }

  /** As {@link #workable}, and not claimed by a colleague. */
  public HumanTask mine(Actor actor, long taskId) {
    HumanTask task = workable(actor, taskId);
    if (task.assigneeId() != null && task.assigneeId() != actor.accountId()) {
      throw Refusal.conflict("TASK_CLAIMED");
    }
    return task;
  }

  /** The applicant's own waiting step on an order, e.g. to pay. */
  public Optional<HumanTask> waiting(String orderNo, TaskQueue queue) {
    return repository.open(orderNo).stream().filter(task -> task.queue() == queue).findFirst();
  }

  /** As above, for one certificate of the order. */
  public Optional<HumanTask> waiting(String orderNo, TaskQueue queue, int itemSeq) {
    return repository.open(orderNo).stream()
        .filter(task -> task.queue() == queue && task.itemSeq() == itemSeq)
        .findFirst();
  }

  public List<HumanTask> open(String orderNo) {
    return repository.open(orderNo);
  }

  /**
   * Completes the task; the caller holds the order's row, so that two people finishing the last two
   * items can't both leave the step open.
   *
   * @param variables what the engine's gateways need of the outcome
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void complete(
      Actor actor, HumanTask task, Order order, String outcome, Map<String, Object> variables) {
    repository.complete(
        task, actor.isSystem() ? null : actor.accountId(), outcome, clock.instant());
    boolean lastOfStep =
        task.itemSeq() == 0
            || repository.open(order.orderNo()).stream()
                .noneMatch(other -> Objects.equals(other.jobKey(), task.jobKey()));
    if (lastOfStep && task.jobKey() != null) {
      outbox.promise(new EngineCommand.CompleteStep(order.orderNo(), task.jobKey(), variables));
    }
  }

  /** The steps of these orders are over without a person's doing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void cancelOpen(Collection<String> orderNos) {
    repository.cancelOpen(orderNos, clock.instant());
  }
}
