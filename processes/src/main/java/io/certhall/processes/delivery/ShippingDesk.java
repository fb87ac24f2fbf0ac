package io.certhall.processes.delivery;

import static io.certhall.db.generated.Tables.SHIPMENT;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.issuance.KeyWriting;
import io.certhall.processes.medium.MediumCustody;
import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderChange;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.Orders;
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
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands the parcel to a courier; later the applicant confirms that it came. */
@Service
public class ShippingDesk {

  private static final Pattern TRACKING = Pattern.compile("[A-Za-z0-9-]{6,40}");

  private final DSLContext dsl;
  private final HumanTasks tasks;
  private final Orders orders;
  private final OrderHistory history;
  private final AuditLog audit;
  private final KeyWriting writing;
  private final MediumCustody custody;
  private final Clock clock;

  ShippingDesk(
      DSLContext dsl,
      HumanTasks tasks,
      Orders orders,
      OrderHistory history,
      AuditLog audit,
      KeyWriting writing,
      MediumCustody custody,
      Clock clock) {
    this.dsl = dsl;
    this.tasks = tasks;
    this.orders = orders;
    this.history = history;
    this.audit = audit;
    this.writing = writing;
    this.custody = custody;
    this.clock = clock;
  }

  /**
   * @param carrier name of the courier, e.g. 顺丰速运
   * @param trackingNo 6 to 40 letters, digits or dashes
   */
  @Transactional
  public void ship(
      Actor actor, long taskId, @Nullable String carrier, @Nullable String trackingNo) {
    HumanTask task = tasks.mine(actor, taskId);
    if (task.queue() != TaskQueue.DISPATCH || task.orderNo() == null) {
      throw Refusal.rule("", "TASK_OF_OTHER_QUEUE");
    }
    List<Problem> problems = new ArrayList<>();
    if (carrier == null || carrier.isBlank() || carrier.length() > 60) {
      problems.add(Problem.of("carrier", "FIELD_REQUIRED"));
    }
    if (trackingNo == null || !TRACKING.matcher(trackingNo.strip()).matches()) {
      problems.add(Problem.of("trackingNo", "TRACKING_NO_INVALID"));
    }
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
    String parcel = trackingNo.strip();
    Order order = orders.locked(task.orderNo());
    writing.requireWritten(order.orderNo());
    Instant now = clock.instant();
    dsl.insertInto(SHIPMENT)
        .set(SHIPMENT.ORDER_NO, order.orderNo())
        .set(SHIPMENT.CARRIER, carrier.strip())
        .set(SHIPMENT.TRACKING_NO, parcel)
        .set(SHIPMENT.SHIPPED_AT, now)
        .set(SHIPMENT.SHIPPED_BY, actor.accountId())
        .execute();
    custody.shipped(actor, order, carrier.strip() + " " + parcel);
    history.append(
        new OrderHistory.Event(
            order.orderNo(),
            now,
            OrderEventKind.SHIPPED,
            order.state(),
            order.round(),
            task.elementId(),
            actor,
            carrier.strip() + " " + parcel));
    audit.record(
        actor, "order.shipped", "order", order.orderNo(), order.hall(), carrier + " " + parcel);
    tasks.complete(actor, task, order, "SHIPPED", Map.of());
  }

  /** The applicant has the parcel in hand. */
  @Transactional
  public void confirmReceipt(Actor actor, String orderNo) {
    Order order = orders.lockedOwn(actor, orderNo);
    HumanTask task =
        tasks
            .waiting(orderNo, TaskQueue.RECEIVE)
            .orElseThrow(() -> Refusal.conflict("NOTHING_TO_RECEIVE"));
    Instant now = clock.instant();
    dsl.update(SHIPMENT)
        .set(SHIPMENT.RECEIVED_AT, now)
        .where(SHIPMENT.ORDER_NO.eq(orderNo))
        .execute();
    orders.change(order, OrderChange.of().deliveryStatus(DeliveryStatus.RECEIVED));
    custody.handedOver(actor, order, null);
    history.append(
        new OrderHistory.Event(
            orderNo,
            now,
            OrderEventKind.RECEIVED,
            order.state(),
            order.round(),
            task.elementId(),
            actor,
            null));
    audit.record(actor, "order.received", "order", orderNo, order.hall(), null);
    tasks.complete(actor, task, order, "RECEIVED", Map.of());
  }
}
