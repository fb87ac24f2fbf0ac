package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORDER_ITEM;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderEventKind;
import io.certhall.processes.order.OrderHistory;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issued pairs that are to be written onto keys at the producer's desk, where the key pair was made
 * on the key. Such a key does not leave before it carries its certificates.
 */
@Service
public class KeyWriting {

  private static final List<String> ENDED =
      Arrays.stream(OrderState.values()).filter(OrderState::isEnded).map(Enum::name).toList();

  private final DSLContext dsl;
  private final Orders orders;
  private final OrderHistory history;
  private final AuditLog audit;
  private final Clock clock;

  KeyWriting(DSLContext dsl, Orders orders, OrderHistory history, AuditLog audit, Clock clock) {
    this.dsl = dsl;
    this.orders = orders;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /** A key that waits for its pair. */
  public record Waiting(
      String orderNo,
      int itemSeq,
      String hall,
      String applicantName,
      String mediumSerial,
      String certificateSerial) {}

  /** Oldest first. */
  public List<Waiting> waiting(Actor actor, int limit) {
    actor.require(Role.PRODUCER);
    return dsl.select(
            ORDER_ITEM.ORDER_NO,
            ORDER_ITEM.SEQ,
            CERTIFICATE_ORDER.HALL,
            CERTIFICATE_ORDER.APPLICANT_NAME,
            ORDER_ITEM.MEDIUM_SERIAL,
            CERTIFICATE.SERIAL)
        .from(ORDER_ITEM)
        .join(CERTIFICATE_ORDER)
        .on(CERTIFICATE_ORDER.ORDER_NO.eq(ORDER_ITEM.ORDER_NO))
        .join(CERTIFICATE)
        .on(
            CERTIFICATE.ORDER_NO.eq(ORDER_ITEM.ORDER_NO),
            CERTIFICATE.ITEM_SEQ.eq(ORDER_ITEM.SEQ),
            CERTIFICATE.KEY_USAGE.eq("SIGNING"))
        .where(unwritten(), CERTIFICATE_ORDER.STATE.notIn(ENDED))
        .orderBy(ORDER_ITEM.ORDER_NO, ORDER_ITEM.SEQ)
        .limit(Math.clamp(limit, 1, 200))
        .fetch(org.jooq.Records.mapping(Waiting::new));
  }

  private static Condition unwritten() {
    return ORDER_ITEM.AGENT_KEY.isTrue().and(ORDER_ITEM.WRITTEN_AT.isNull());
  }

  /**
   * What the key is to take; asked again after a failed write.
   *
   * @throws Refusal FORBIDDEN; CONFLICT STEP_NOT_READY before the pair is issued and for a key that
   *     was not made at the desk
   */
  @Transactional(readOnly = true)
  public PairDelivery toWrite(Actor actor, String orderNo, int itemSeq) {
    actor.require(Role.PRODUCER);
    if (!dsl.fetchExists(
        ORDER_ITEM, ORDER_ITEM.ORDER_NO.eq(orderNo), ORDER_ITEM.SEQ.eq(itemSeq), unwritten())) {
      throw Refusal.conflict("STEP_NOT_READY");
    }
    return PairDelivery.of(dsl, orderNo, itemSeq)
        .orElseThrow(() -> Refusal.conflict("STEP_NOT_READY"));
  }

  /** Told a second time it changes nothing. */
  @Transactional
  public void written(Actor actor, String orderNo, int itemSeq) {
    actor.require(Role.PRODUCER);
    Order order = orders.locked(orderNo);
    int changed =
        dsl.update(ORDER_ITEM)
            .set(ORDER_ITEM.WRITTEN_AT, clock.instant())
            .where(ORDER_ITEM.ORDER_NO.eq(orderNo), ORDER_ITEM.SEQ.eq(itemSeq), unwritten())
            .execute();
    if (changed == 1) {
      append(actor, order, OrderEventKind.KEY_UPDATED, "#" + itemSeq);
      audit.record(actor, "medium.written", "order", orderNo, order.hall(), "item " + itemSeq);
    }
  }

  /** The key did not take it; it stays on the list. */
  @Transactional
  public void failed(Actor actor, String orderNo, int itemSeq, String code) {
    actor.require(Role.PRODUCER);
    append(
        actor,
        orders.locked(orderNo),
        OrderEventKind.KEY_UPDATE_FAILED,
        "#" + itemSeq + " " + code);
  }

  /**
   * @throws Refusal CONFLICT KEY_NOT_WRITTEN naming the key of this order that lacks its pair
   */
  public void requireWritten(String orderNo) {
    dsl.select(ORDER_ITEM.MEDIUM_SERIAL)
        .from(ORDER_ITEM)
        .where(ORDER_ITEM.ORDER_NO.eq(orderNo), unwritten())
        .orderBy(ORDER_ITEM.SEQ)
        .limit(1)
        .fetchOptional(ORDER_ITEM.MEDIUM_SERIAL)
        .ifPresent(
            serial -> {
              throw Refusal.conflict("KEY_NOT_WRITTEN", serial);
            });
  }

  private void append(Actor actor, Order order, OrderEventKind kind, String note) {
    Instant now = clock.instant();
    history.append(
        new OrderHistory.Event(
            order.orderNo(), now, kind, order.state(), order.round(), null, actor, note));
  }
}
