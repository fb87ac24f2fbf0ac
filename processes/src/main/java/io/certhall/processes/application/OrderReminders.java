package io.certhall.processes.application;

import static io.certhall.db.generated.Tables.ORDER_EVENT;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.OrderState.Mover;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applicant asks the hall to go on with an order that waits for its staff. */
@Service
public class OrderReminders {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Set<Mover> STAFF =
      EnumSet.of(Mover.REVIEWER, Mover.PRODUCER, Mover.DISPATCHER, Mover.FINANCE);

  private final DSLContext dsl;
  private final Orders orders;
  private final OrderHistory history;
  private final AuditLog audit;
  private final Clock clock;

  OrderReminders(DSLContext dsl, Orders orders, OrderHistory history, AuditLog audit, Clock clock) {
    this.dsl = dsl;
    this.orders = orders;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether an order in this state waits for someone who can be reminded. */
  public static boolean isRemindable(OrderState state) {
    return STAFF.contains(state.mover());
  }

  /**
   * Notes the reminder in the timeline, once on a day of the Chinese calendar.
   *
   * @throws Refusal NOT_FOUND for a foreign order, CONFLICT when it waits for nobody of the staff
   *     or was reminded of today
   */
  @Transactional
  public void remind(Actor actor, String orderNo) {
    Order order = orders.lockedOwn(actor, orderNo);
    if (!isRemindable(order.state())) {
      throw Refusal.conflict("NOTHING_TO_REMIND");
    }
    Instant now = clock.instant();
    if (remindedSince(orderNo, now.atZone(CHINA).toLocalDate().atStartOfDay(CHINA).toInstant())) {
      throw Refusal.conflict("REMINDED_TODAY");
    }
    history.append(
        new OrderHistory.Event(
            orderNo,
            now,
            OrderEventKind.REMINDED,
            order.state(),
            order.round(),
            null,
            actor,
            null));
    audit.record(actor, "order.reminded", "order", orderNo, order.hall(), null);
  }

  private boolean remindedSince(String orderNo, Instant since) {
    return dsl.fetchExists(
        ORDER_EVENT,
        ORDER_EVENT.ORDER_NO.eq(orderNo),
        ORDER_EVENT.KIND.eq(OrderEventKind.REMINDED.name()),
        ORDER_EVENT.AT.ge(since));
  }
}
