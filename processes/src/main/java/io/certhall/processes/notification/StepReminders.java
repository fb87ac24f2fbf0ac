package io.certhall.processes.notification;

import static io.certhall.db.generated.Tables.ACCOUNT;
import static io.certhall.db.generated.Tables.ACCOUNT_ROLE;
import static io.certhall.db.generated.Tables.ORDER_EVENT;

import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminders that a timer of the policy sends to whoever must move: the applicant, or everyone of
 * the staff whose turn it is. Two timers may share a step (first and second payment reminder), so a
 * step reminds once per round and day of the Chinese calendar.
 */
@Service
public class StepReminders {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final DSLContext dsl;
  private final Orders orders;
  private final Notifications notifications;
  private final OrderHistory history;
  private final Clock clock;

  StepReminders(
      DSLContext dsl,
      Orders orders,
      Notifications notifications,
      OrderHistory history,
      Clock clock) {
    this.dsl = dsl;
    this.orders = orders;
    this.notifications = notifications;
    this.history = history;
    this.clock = clock;
  }

  /**
   * May come twice; a timer that fired while the order moved on says nothing.
   *
   * @param elementId step of the diagram that reminds
   * @param messageId which message of the policy
   */
  @Transactional
  public void remind(String orderNo, int round, String elementId, String messageId) {
    remind(orderNo, round, elementId, messageId, Set.of());
  }

  /**
   * @param also roles of the staff that hear of it besides those whose turn it is
   */
  @Transactional
  public void remind(
      String orderNo, int round, String elementId, String messageId, Set<Role> also) {
    Order order = orders.locked(orderNo);
    LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
    if (isStale(order, round) || reminded(order, elementId, today)) {
      return;
    }
    String key = messageId + ":" + orderNo + ":" + round + ":" + today;
    if (order.state().mover() == OrderState.Mover.APPLICANT) {
      notifications.aboutOrder(order, messageId, key, Map.of());
    } else {
      staff(order, also).forEach(id -> notifications.toStaff(order, messageId, key, id));
    }
    history.append(
        new OrderHistory.Event(
            orderNo,
            clock.instant(),
            OrderEventKind.REMINDED,
            order.state(),
            order.round(),
            elementId,
            Actor.SYSTEM,
            messageId));
  }

  private static boolean isStale(Order order, int round) {
    return order.round() != round
        || order.state().isEnded()
        || (order.state() == OrderState.PAYMENT_PENDING && order.dueFen() <= 0);
  }

  private boolean reminded(Order order, String elementId, LocalDate day) {
    Instant from = day.atStartOfDay(CHINA).toInstant();
    return dsl.fetchExists(
        ORDER_EVENT,
        ORDER_EVENT.ORDER_NO.eq(order.orderNo()),
        ORDER_EVENT.KIND.eq(OrderEventKind.REMINDED.name()),
        ORDER_EVENT.ELEMENT_ID.eq(elementId),
        ORDER_EVENT.ROUND.eq(order.round()),
        ORDER_EVENT.AT.ge(from));
  }

  /** Nobody works on his own order, so nobody is reminded of it either. */
  private List<Long> staff(Order order, Set<Role> also) {
    List<String> roles =
        Stream.concat(Stream.of(order.state().mover().name()), also.stream().map(Role::name))
            .toList();
    return dsl.selectDistinct(ACCOUNT.ID)
        .from(ACCOUNT)
        .join(ACCOUNT_ROLE)
        .on(ACCOUNT_ROLE.ACCOUNT_ID.eq(ACCOUNT.ID))
        .where(
            ACCOUNT_ROLE.ROLE.in(roles),
            ACCOUNT.STATUS.eq("ACTIVE"),
            ACCOUNT.ID.ne(order.accountId()))
        .orderBy(ACCOUNT.ID)
        .fetch(ACCOUNT.ID);
  }
}
