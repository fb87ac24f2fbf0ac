package io.certhall.processes.review;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.review.ReviewDecision.Verdict;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Review of an order: approve, or reject with every reason at once. Nobody reviews his own. */
@Service
public class ReviewDecisions {

  private static final int LONGEST_TEXT = 1000;

  private final HumanTasks tasks;
  private final Orders orders;
  private final Rejections rejections;
  private final OrderHistory history;
  private final PublishedPolicies policies;
  private final AuditLog audit;
  private final Clock clock;

  ReviewDecisions(
      HumanTasks tasks,
      Orders orders,
      Rejections rejections,
      OrderHistory history,
      PublishedPolicies policies,
      AuditLog audit,
      Clock clock) {
    this.tasks = tasks;
    this.orders = orders;
    this.rejections = rejections;
    this.history = history;
    this.policies = policies;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws Refusal FORBIDDEN for one's own order or without the role; CONFLICT when the task is
   *     done or a colleague's; RULE when a rejection has no reason
   */
  @Transactional
  public void decide(Actor actor, long taskId, ReviewDecision decision) {
    HumanTask task = tasks.mine(actor, taskId);
    if (task.queue() != TaskQueue.REVIEW || task.orderNo() == null) {
      throw Refusal.rule("", "TASK_OF_OTHER_QUEUE");
    }
    check(decision);
    Order order = orders.locked(task.orderNo());
    if (order.isOwnedBy(actor.accountId())) {
      throw Refusal.forbidden("OWN_ORDER");
    }
    Instant now = clock.instant();
    boolean approved = decision.decision() == Verdict.APPROVE;
    if (!approved) {
      rejections.add(order.orderNo(), order.round(), decision.reasons(), now, actor.name());
    }
    OrderChange change =
        OrderChange.of().reviewStatus(approved ? ReviewStatus.APPROVED : ReviewStatus.REJECTED);
    if (approved) {
      promise(order, now, change);
    }
    orders.change(order, change);
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            now,
            approved ? OrderEventKind.APPROVED : OrderEventKind.REJECTED,
            order.state(),
            order.round(),
            task.elementId(),
            actor,
            approved ? decision.note() : reasonsOf(decision)));
    audit.record(
        actor,
        approved ? "order.approved" : "order.rejected",
        "order",
        order.orderNo(),
        order.hall(),
        "round " + order.round());
    tasks.complete(actor, task, order, decision.decision().name(), Map.of("approved", approved));
  }

  /** A hall may promise when an approved revocation is done. */
  private void promise(Order order, Instant now, OrderChange change) {
    if (order.service() != io.certhall.processes.order.Service.REVOKE) {
      return;
    }
    policies
        .under(order.hall(), order.policyVersionId())
        .settings()
        .service(order.service().name())
        .map(HallSettings.ServiceOffer::deadline)
        .ifPresent(promise -> change.dueBy(now.plus(Duration.ofHours(promise.doneHours()))));
  }

  /** All defects in one line, as the message and the timeline tell them. */
  static String reasonsOf(ReviewDecision decision) {
    String joined =
        decision.reasons().stream()
            .map(reason -> reason.text().strip())
            .collect(Collectors.joining("；"));
    return joined.length() <= 2000 ? joined : joined.substring(0, 2000);
  }

  private static void check(ReviewDecision decision) {
    if (decision.decision() == null) {
      throw Refusal.malformed("decision", "FIELD_REQUIRED");
    }
    if (decision.decision() == Verdict.APPROVE) {
      return;
    }
    List<Problem> problems = new ArrayList<>();
    if (decision.reasons().isEmpty()) {
      problems.add(Problem.of("reasons", "REASON_REQUIRED"));
    }
    for (int i = 0; i < decision.reasons().size(); i++) {
      String text = decision.reasons().get(i).text();
      if (text == null || text.isBlank()) {
        problems.add(Problem.of("reasons[" + i + "].text", "FIELD_REQUIRED"));
      } else if (text.length() > LONGEST_TEXT) {
        problems.add(Problem.of("reasons[" + i + "].text", "TEXT_TOO_LONG", LONGEST_TEXT));
      }
    }
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
  }
}
