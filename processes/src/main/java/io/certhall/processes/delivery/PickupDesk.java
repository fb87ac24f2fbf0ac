package io.certhall.processes.delivery;

import static io.certhall.db.generated.Tables.PICKUP;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.issuance.KeyWriting;
import io.certhall.processes.medium.MediumCustody;
import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
import io.certhall.processes.policy.PublishedPolicies;
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
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands keys out over the counter, after a look at the recipient's identity card. */
@Service
public class PickupDesk {

  private static final Pattern LAST4 = Pattern.compile("\\d{3}[\\dX]");

  private final DSLContext dsl;
  private final HumanTasks tasks;
  private final Orders orders;
  private final OrderHistory history;
  private final PublishedPolicies policies;
  private final AuditLog audit;
  private final KeyWriting writing;
  private final MediumCustody custody;
  private final Clock clock;

  PickupDesk(
      DSLContext dsl,
      HumanTasks tasks,
      Orders orders,
      OrderHistory history,
      PublishedPolicies policies,
      AuditLog audit,
      KeyWriting writing,
      MediumCustody custody,
      Clock clock) {
    this.dsl = dsl;
    this.tasks = tasks;
    this.orders = orders;
    this.history = history;
    this.policies = policies;
    this.audit = audit;
    this.writing = writing;
    this.custody = custody;
    this.clock = clock;
  }

  /**
   * @param recipient name on the identity card shown
   * @param idLast4 last four characters of its number; must be the agent's when the agent comes
   *     himself
   */
  @Transactional
  public void handOver(
      Actor actor, long taskId, @Nullable String recipient, @Nullable String idLast4) {
    handOver(actor, taskId, recipient, idLast4, null);
  }

  /**
   * As above, with what the counter says of the authorisation letter.
   *
   * @param letterSeen null when nothing is said of it; false is refused where the hall asks for one
   */
  @Transactional
  public void handOver(
      Actor actor,
      long taskId,
      @Nullable String recipient,
      @Nullable String idLast4,
      @Nullable Boolean letterSeen) {
    HumanTask task = tasks.mine(actor, taskId);
    if (task.queue() != TaskQueue.PICKUP || task.orderNo() == null) {
      throw Refusal.rule("", "TASK_OF_OTHER_QUEUE");
    }
    List<Problem> problems = new ArrayList<>();
    if (recipient == null || recipient.isBlank() || recipient.length() > 100) {
      problems.add(Problem.of("recipient", "FIELD_REQUIRED"));
    }
    String last4 = idLast4 == null ? "" : idLast4.strip().toUpperCase(Locale.ROOT);
    if (!LAST4.matcher(last4).matches()) {
      problems.add(Problem.of("idLast4", "ID_LAST4_INVALID"));
    }
    if (Boolean.FALSE.equals(letterSeen) && asksForLetter(task.hall())) {
      problems.add(Problem.of("authorisationLetter", "LETTER_MISSING"));
    }
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
    Order order = orders.locked(task.orderNo());
    writing.requireWritten(order.orderNo());
    refuseStranger(order, recipient.strip(), last4);
    Instant now = clock.instant();
    dsl.insertInto(PICKUP)
        .set(PICKUP.ORDER_NO, order.orderNo())
        .set(PICKUP.RECIPIENT, recipient.strip())
        .set(PICKUP.ID_LAST4, last4)
        .set(PICKUP.LETTER_SEEN, Boolean.TRUE.equals(letterSeen))
        .set(PICKUP.HANDED_AT, now)
        .set(PICKUP.HANDED_BY, actor.accountId())
        .execute();
    orders.change(order, OrderChange.of().deliveryStatus(DeliveryStatus.PICKED_UP));
    custody.handedOver(actor, order, "…" + last4);
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            now,
            OrderEventKind.PICKED_UP,
            order.state(),
            order.round(),
            task.elementId(),
            actor,
            recipient.strip()));
    audit.record(
        actor, "order.handed-over", "order", order.orderNo(), order.hall(), "id …" + last4);
    tasks.complete(actor, task, order, "PICKED_UP", Map.of());
  }

  /** Whether the hall hands keys out only against the organisation's letter. */
  public boolean asksForLetter(String hall) {
    return policies.active(hall).settings().pickup().authorisationLetter();
  }

  /** Whoever gives the agent's name must show the agent's card. */
  private void refuseStranger(Order order, String recipient, String last4) {
    OrderForm.AgentForm agent = orders.contact(order.orderNo()).agent();
    if (agent != null
        && recipient.equals(agent.name())
        && agent.idNo() != null
        && !agent.idNo().endsWith(last4)) {
      throw Refusal.rule("idLast4", "ID_LAST4_MISMATCH");
    }
  }
}
