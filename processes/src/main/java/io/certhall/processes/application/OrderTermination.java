package io.certhall.processes.application;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer ends an order that must not go on, as long as nothing is being issued (T23). What was
 * paid is refunded; the applicant is told why.
 */
@Service
public class OrderTermination {

  private static final int LONGEST_REASON = 200;

  private final Orders orders;
  private final HumanTasks tasks;
  private final OrderEnding ending;
  private final Notifications notifications;
  private final AuditLog audit;

  OrderTermination(
      Orders orders,
      HumanTasks tasks,
      OrderEnding ending,
      Notifications notifications,
      AuditLog audit) {
    this.orders = orders;
    this.tasks = tasks;
    this.ending = ending;
    this.notifications = notifications;
    this.audit = audit;
  }

  /** Whether it can still be ended: before the producer has handed it to the CA. */
  @Transactional(readOnly = true)
  public boolean isPossible(Order order) {
    return order.state().isWithdrawable()
        || order.state() == OrderState.KEY_INBOUND
        || (order.state() == OrderState.ISSUE_PENDING
            && tasks.waiting(order.orderNo(), TaskQueue.PRODUCTION).isPresent()
            && orders.items(order.orderNo()).stream()
                .allMatch(item -> item.status() == ItemStatus.OPEN));
  }

  /**
   * @param reason told to the applicant, at most 200 characters
   * @throws Refusal FORBIDDEN for others than reviewers, RULE without a reason, NOT_FOUND, CONFLICT
   *     for drafts and what is already being issued or over
   */
  @Transactional
  public void terminate(Actor actor, String orderNo, @Nullable String reason) {
    actor.require(Role.REVIEWER);
    FormCheck check = new FormCheck();
    String words = check.text("reason", reason, LONGEST_REASON);
    check.refuseUnlessClean();
    orders.visible(actor, orderNo);
    Order order = orders.locked(orderNo);
    if (!isPossible(order)) {
      throw Refusal.conflict("ORDER_NOT_TERMINABLE");
    }
    ending.end(actor, order, OrderState.CLOSED, OrderEventKind.TERMINATED, null, words);
    notifications.aboutOrder(order, "MSG-05", "MSG-05:" + orderNo, Map.of("reason", words));
    audit.record(actor, "order.terminated", "order", orderNo, order.hall(), words);
  }
}
