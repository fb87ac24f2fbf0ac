package io.certhall.processes.sweep;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.HUMAN_TASK;
import static io.certhall.db.generated.Tables.INCIDENT;
import static io.certhall.db.generated.Tables.ORDER_EVENT;
import static io.certhall.db.generated.Tables.OUTBOX;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.certhall.processes.order.OrderState;
import io.certhall.processes.task.TaskState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which orders stand still. */
@Repository
class StandstillQuery {

  private static final List<String> OPEN_TASK =
      List.of(TaskState.OPEN.name(), TaskState.CLAIMED.name());
  private static final List<String> RUNNING =
      Arrays.stream(OrderState.values()).filter(state -> !state.isEnded()).map(Enum::name).toList();
  private static final List<String> ENDED =
      Arrays.stream(OrderState.values()).filter(OrderState::isEnded).map(Enum::name).toList();

  private final DSLContext dsl;

  StandstillQuery(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<String> of(FindingKind kind, Instant before, int limit) {
    return dsl.select(CERTIFICATE_ORDER.ORDER_NO)
        .from(CERTIFICATE_ORDER)
        .where(standsStill(kind, before))
        .orderBy(CERTIFICATE_ORDER.ORDER_NO)
        .limit(limit)
        .fetch(CERTIFICATE_ORDER.ORDER_NO);
  }

  /** The same question about one order, asked again while its row is held. */
  boolean stillHolds(FindingKind kind, String orderNo, Instant before) {
    return dsl.fetchExists(
        selectOne()
            .from(CERTIFICATE_ORDER)
            .where(CERTIFICATE_ORDER.ORDER_NO.eq(orderNo), standsStill(kind, before)));
  }

  boolean hasCommand(String orderNo) {
    return dsl.fetchExists(OUTBOX, OUTBOX.BUSINESS_KEY.eq(orderNo));
  }

  private static Condition standsStill(FindingKind kind, Instant before) {
    Condition there =
        CERTIFICATE_ORDER.REMOVED_AT.isNull().and(CERTIFICATE_ORDER.STATE_SINCE.lt(before));
    return switch (kind) {
      case NOT_STARTED ->
          there.and(isUnattended(before)).and(CERTIFICATE_ORDER.PROCESS_INSTANCE_KEY.isNull());
      case NO_NEXT_STEP ->
          there.and(isUnattended(before)).and(CERTIFICATE_ORDER.PROCESS_INSTANCE_KEY.isNotNull());
      case COMMAND_PARKED ->
          there.and(
              CERTIFICATE_ORDER.ORDER_NO.in(
                  select(OUTBOX.BUSINESS_KEY).from(OUTBOX).where(OUTBOX.PARKED.isTrue())));
      case TASK_LEFT_OPEN ->
          there
              .and(CERTIFICATE_ORDER.STATE.in(ENDED))
              .and(
                  CERTIFICATE_ORDER.ORDER_NO.in(
                      select(HUMAN_TASK.ORDER_NO)
                          .from(HUMAN_TASK)
                          .where(HUMAN_TASK.STATE.in(OPEN_TASK))));
    };
  }

  /** Submitted and not over, and neither a person nor the engine nor an operator has it in hand. */
  private static Condition isUnattended(Instant before) {
    return CERTIFICATE_ORDER
        .STATE
        .in(RUNNING)
        .and(CERTIFICATE_ORDER.SUBMITTED_AT.isNotNull())
        .and(
            notExists(
                selectOne()
                    .from(HUMAN_TASK)
                    .where(
                        HUMAN_TASK.ORDER_NO.eq(CERTIFICATE_ORDER.ORDER_NO),
                        HUMAN_TASK.STATE.in(OPEN_TASK))))
        .and(
            notExists(
                selectOne().from(OUTBOX).where(OUTBOX.BUSINESS_KEY.eq(CERTIFICATE_ORDER.ORDER_NO))))
        .and(
            notExists(
                selectOne()
                    .from(INCIDENT)
                    .where(
                        INCIDENT.ORDER_NO.eq(CERTIFICATE_ORDER.ORDER_NO),
                        INCIDENT.STATE.eq("OPEN"))))
        .and(
            notExists(
                selectOne()
                    .from(ORDER_EVENT)
                    .where(
                        ORDER_EVENT.ORDER_NO.eq(CERTIFICATE_ORDER.ORDER_NO),
                        ORDER_EVENT.AT.ge(before))));
  }
}
