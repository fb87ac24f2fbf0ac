package io.certhall.processes.application;

import io.certhall.bpmn.MaterialItem;
import io.certhall.processes.attachment.OrderMaterials;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.engine.EngineCommand;
import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForms;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.outbox.Outbox;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Submission: everything is checked at once, price list and materials are frozen, the order is
 * locked and the engine takes over. Resubmission continues the same order in its next round.
 */
@Service
public class OrderSubmission {

  private final OrderForms orders;
  private final OrderDrafts drafts;
  private final OrderRules rules;
  private final OrderCompleteness completeness;
  private final OrderMaterials materials;
  private final SubmittedFacts frozen;
  private final LossSuspension suspension;
  private final HumanTasks tasks;
  private final OrderHistory history;
  private final Outbox outbox;
  private final AuditLog audit;
  private final List<OrderResubmissionListener> listeners;
  private final Clock clock;

  OrderSubmission(
      OrderForms orders,
      OrderDrafts drafts,
      OrderRules rules,
      OrderCompleteness completeness,
      OrderMaterials materials,
      SubmittedFacts frozen,
      LossSuspension suspension,
      HumanTasks tasks,
      OrderHistory history,
      Outbox outbox,
      AuditLog audit,
      List<OrderResubmissionListener> listeners,
      Clock clock) {
    this.orders = orders;
    this.drafts = drafts;
    this.rules = rules;
    this.completeness = completeness;
    this.materials = materials;
    this.frozen = frozen;
    this.suspension = suspension;
    this.tasks = tasks;
    this.history = history;
    this.outbox = outbox;
    this.audit = audit;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * What stands between this order and its submission, all at once; empty when it can be submitted.
   * The page to check the answers shows it before the applicant tries.
   */
  @Transactional(readOnly = true)
  public List<Problem> obstacles(Actor actor, String orderNo) {
    Order order = orders.visible(actor, orderNo);
    PublishedPolicy policy = drafts.policyOf(order);
    List<Order.Item> items = orders.items(orderNo);
    return obstacles(order, policy, items, orders.contact(orderNo));
  }

  /**
   * Submits a draft or resubmits a rejected order.
   *
   * @throws Refusal CONFLICT when it is neither, RULE with everything that is missing or wrong
   */
  @Transactional
  public void submit(Actor actor, String orderNo) {
    Order order = drafts.editable(actor, orderNo);
    PublishedPolicy policy = drafts.policyOf(order);
    List<Order.Item> items = frozen.hold(order, policy.settings());
    OrderForm.Contact contact = orders.contact(orderNo);
    Refusal.unlessEmpty(RefusalKind.RULE, obstacles(order, policy, items, contact));

    Instant now = clock.instant();
    int round = order.round() + 1;
    List<Order.Line> lines = OrderPrices.lines(policy, order, items);
    long total = lines.stream().mapToLong(Order.Line::amountFen).sum();
    long due = total - (order.paidFen() - order.refundedFen());
    orders.replaceLines(order, lines);
    materials.freeze(orderNo, policy, order, items);
    boolean first = order.state() == OrderState.DRAFT;
    OrderState next = next(order, policy, due);
    orders.change(
        order,
        frozen
            .facts(order, contact, policy, now)
            .state(next, now)
            .submitted(now, round, policy.id())
            .total(total)
            .payStatus(payStatus(order, total, due))
            .reviewStatus(ReviewStatus.UNREVIEWED)
            .invoiceStatus(
                wantsInvoice(order, total)
                    ? InvoiceStatus.REQUESTED
                    : InvoiceStatus.NOT_REQUESTED));
    history.append(
        new OrderHistory.Event(
            orderNo,
            now,
            first ? OrderEventKind.SUBMITTED : OrderEventKind.RESUBMITTED,
            next,
            round,
            null,
            actor,
            null));
    audit.record(
        actor,
        first ? "order.submitted" : "order.resubmitted",
        "order",
        orderNo,
        order.hall(),
        "round " + round + ", " + total + " fen");
    suspension.onSubmission(actor, order, items);
    if (!first) {
      listeners.forEach(listener -> listener.orderResubmitted(actor, orderNo));
    }
    hand(actor, order, policy, OrderVariables.of(order, round, due, wantsInvoice(order, total)));
  }

  /** The state the order enters, as its process will say. */
  private OrderState next(Order order, PublishedPolicy policy, long due) {
    String service = order.service().name();
    String holder = order.holder().name();
    if (order.state() == OrderState.DRAFT) {
      return OrderState.valueOf(policy.firstState(service, holder, due));
    }
    String corrected = correction(order).elementId();
    return corrected == null
        ? OrderState.REVIEW_PENDING
        : OrderState.valueOf(policy.stateAfter(corrected, service, holder, due));
  }

  private void hand(
      Actor actor, Order order, PublishedPolicy policy, Map<String, Object> variables) {
    if (order.state() == OrderState.DRAFT) {
      outbox.promise(new EngineCommand.StartOrder(order.orderNo(), policy.id(), variables));
      return;
    }
    tasks.complete(actor, correction(order), order, "RESUBMITTED", variables);
  }

  private HumanTask correction(Order order) {
    return tasks
        .waiting(order.orderNo(), TaskQueue.CORRECT)
        .orElseThrow(() -> Refusal.conflict("STEP_NOT_READY"));
  }

  private List<Problem> obstacles(
      Order order, PublishedPolicy policy, List<Order.Item> items, OrderForm.Contact contact) {
    OrderRules.Standing standing =
        rules.standing(order.accountId(), policy, order.service(), order.holder());
    List<Problem> problems =
        new ArrayList<>(
            rules.brokenLimits(
                policy,
                standing,
                new OrderRules.Application(
                    order.service(),
                    order.holder(),
                    OrderItems.forms(items),
                    order.changes(),
                    order.orderNo())));
    long total =
        OrderPrices.soFar(
                policy, order.service(), order.holder(), OrderItems.forms(items), order.changes())
            .totalFen();
    problems.addAll(completeness.gaps(order, policy, items, contact, total));
    for (MaterialItem missing : materials.missing(order, policy, items)) {
      problems.add(
          Problem.of("materials." + missing.code(), "MATERIAL_MISSING", missing.labelZh()));
    }
    return problems;
  }

  private static PayStatus payStatus(Order order, long total, long due) {
    if (total == 0 && order.paidFen() == 0) {
      return PayStatus.FREE;
    }
    return due > 0 ? PayStatus.UNPAID : PayStatus.PAID;
  }

  private static boolean wantsInvoice(Order order, long total) {
    return total > 0 && order.invoiceKind() != null && order.invoiceKind() != InvoiceKind.NONE;
  }
}
