package io.certhall.processes.order;

import static io.certhall.db.generated.Tables.ORDER_EVENT;

import io.certhall.processes.security.Actor;
import java.time.Instant;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The order's timeline: complete, in order, append-only. */
@Component
public class OrderHistory {

  private final DSLContext dsl;

  OrderHistory(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * One event.
   *
   * @param state the state the order is in after it
   * @param elementId the step of the diagram it belongs to, if any
   */
  public record Event(
      String orderNo,
      Instant at,
      OrderEventKind kind,
      OrderState state,
      int round,
      @Nullable String elementId,
      Actor actor,
      @Nullable String note) {}

  @Transactional(propagation = Propagation.MANDATORY)
  public void append(Event event) {
    append(java.util.List.of(event));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void append(Collection<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    var insert =
        dsl.insertInto(
            ORDER_EVENT,
            ORDER_EVENT.ORDER_NO,
            ORDER_EVENT.AT,
            ORDER_EVENT.KIND,
            ORDER_EVENT.STATE,
            ORDER_EVENT.ROUND,
            ORDER_EVENT.ELEMENT_ID,
            ORDER_EVENT.ACTOR_ID,
            ORDER_EVENT.ACTOR_NAME,
            ORDER_EVENT.NOTE);
    for (Event event : events) {
      insert =
          insert.values(
              event.orderNo(),
              event.at(),
              event.kind().name(),
              event.state().name(),
              event.round(),
              event.elementId(),
              event.actor().isSystem() ? null : event.actor().accountId(),
              event.actor().name(),
              event.note());
    }
    insert.execute();
  }
}
