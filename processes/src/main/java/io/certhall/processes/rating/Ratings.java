package io.certhall.processes.rating;

import static io.certhall.db.generated.Tables.ORDER_RATING;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applicant rates a completed order, once (ZR-30). */
@Service
public class Ratings {

  static final int LONGEST = 500;
  private static final int MOST_STARS = 5;

  private final DSLContext dsl;
  private final Orders orders;
  private final OrderHistory history;
  private final AuditLog audit;
  private final Clock clock;

  Ratings(DSLContext dsl, Orders orders, OrderHistory history, AuditLog audit, Clock clock) {
    this.dsl = dsl;
    this.orders = orders;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param stars 1 to 5
   * @param words at most 500 characters
   * @throws Refusal NOT_FOUND for what is not the actor's, RULE for stars or words out of range,
   *     CONFLICT ORDER_NOT_COMPLETED or ORDER_RATED
   */
  @Transactional
  public void rate(Actor actor, String orderNo, int stars, @Nullable String words) {
    Order order = orders.lockedOwn(actor, orderNo);
    if (stars < 1 || stars > MOST_STARS) {
      throw Refusal.rule("stars", "RATING_STARS");
    }
    String said = words == null || words.isBlank() ? null : words.strip();
    if (said != null && said.codePointCount(0, said.length()) > LONGEST) {
      throw Refusal.rule("words", "RATING_LONG", LONGEST);
    }
    if (order.state() != OrderState.COMPLETED) {
      throw Refusal.conflict("ORDER_NOT_COMPLETED");
    }
    Instant now = clock.instant();
    int written =
        dsl.insertInto(ORDER_RATING)
            .set(ORDER_RATING.ORDER_NO, orderNo)
            .set(ORDER_RATING.HALL, order.hall())
            .set(ORDER_RATING.STARS, stars)
            .set(ORDER_RATING.WORDS, said)
            .set(ORDER_RATING.RATED_AT, now)
            .onDuplicateKeyIgnore()
            .execute();
    if (written == 0) {
      throw Refusal.conflict("ORDER_RATED");
    }
    history.append(
        new OrderHistory.Event(
            orderNo,
            now,
            OrderEventKind.RATED,
            order.state(),
            order.round(),
            null,
            actor,
            "★".repeat(stars) + (said == null ? "" : " " + said)));
    audit.record(actor, "order.rated", "order", orderNo, order.hall(), stars + " stars");
  }

  /** What was said of an order the actor can see. */
  @Transactional(readOnly = true)
  public Optional<Rating> of(Actor actor, String orderNo) {
    orders.visible(actor, orderNo);
    return dsl.select(ORDER_RATING.STARS, ORDER_RATING.WORDS, ORDER_RATING.RATED_AT)
        .from(ORDER_RATING)
        .where(ORDER_RATING.ORDER_NO.eq(orderNo))
        .fetchOptional(row -> new Rating(orderNo, row.value1(), row.value2(), row.value3()));
  }
}
