package io.certhall.processes.order.query;

import static io.certhall.db.generated.Tables.ORDER_EVENT;

import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderState;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that happened to an order, in order. The caller has checked that the order is visible. */
@Component
public class TimelineQuery {

  private final DSLContext dsl;

  TimelineQuery(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * One entry.
   *
   * @param state the state the order was in after it
   * @param actorName who; {@code system} for the hall itself
   */
  public record Entry(
      long id,
      Instant at,
      OrderEventKind kind,
      OrderState state,
      int round,
      @Nullable String elementId,
      String actorName,
      @Nullable String note) {}

  public List<Entry> of(String orderNo) {
    return dsl.select(
            ORDER_EVENT.ID,
            ORDER_EVENT.AT,
            ORDER_EVENT.KIND,
            ORDER_EVENT.STATE,
            ORDER_EVENT.ROUND,
            ORDER_EVENT.ELEMENT_ID,
            ORDER_EVENT.ACTOR_NAME,
            ORDER_EVENT.NOTE)
        .from(ORDER_EVENT)
        .where(ORDER_EVENT.ORDER_NO.eq(orderNo))
        .orderBy(ORDER_EVENT.ID)
        .fetch(
            row ->
                new Entry(
                    row.value1(),
                    row.value2(),
                    OrderEventKind.valueOf(row.value3()),
                    OrderState.valueOf(row.value4()),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8()));
  }
}
