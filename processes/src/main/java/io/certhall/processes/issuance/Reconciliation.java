package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.INCIDENT;
import static io.certhall.db.generated.Tables.ISSUANCE;
import static io.certhall.db.generated.Tables.ORDER_ITEM;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.incident.Incidents;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.Order;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Parked reservations, decided by an administrator: finish what was reserved, or void it and issue
 * anew. Either way the waiting job is handed out again; the key stays with the workers.
 */
@Service
public class Reconciliation {

  /** The one job type of the issuing cycle. */
  public static final String JOB_TYPE = "issue-certificates";

  private static final int LONGEST_REASON = 500;
  private static final int MOST_OF_ORDER = 1000;

  private final DSLContext dsl;
  private final Orders orders;
  private final Incidents incidents;
  private final AuditLog audit;
  private final Clock clock;

  Reconciliation(DSLContext dsl, Orders orders, Incidents incidents, AuditLog audit, Clock clock) {
    this.dsl = dsl;
    this.orders = orders;
    this.incidents = incidents;
    this.audit = audit;
    this.clock = clock;
  }

  /** Parked ones, the oldest first; with {@code settledToo} also voided ones. */
  public List<UncertainIssue> list(Actor actor, boolean settledToo, int limit) {
    actor.require(Role.ADMIN, Role.AUDITOR);
    List<String> states =
        settledToo
            ? List.of(IssuanceState.PARKED.name(), IssuanceState.VOID.name())
            : List.of(IssuanceState.PARKED.name());
    return select(ISSUANCE.STATE.in(states), limit);
  }

  /** The parked ones of one order. */
  public List<UncertainIssue> of(Actor actor, String orderNo) {
    actor.require(Role.ADMIN, Role.AUDITOR);
    return select(
        ISSUANCE.ORDER_NO.eq(orderNo).and(ISSUANCE.STATE.eq(IssuanceState.PARKED.name())),
        MOST_OF_ORDER);
  }

  private List<UncertainIssue> select(Condition which, int limit) {
    return dsl.select(
            ISSUANCE.ORDER_NO,
            ISSUANCE.ITEM_SEQ,
            ISSUANCE.STATE.convertFrom(IssuanceState::valueOf),
            ISSUANCE.SIGNING_SERIAL,
            ISSUANCE.ENCRYPTION_SERIAL,
            ISSUANCE.RESERVED_AT,
            ISSUANCE.SIGNED_AT,
            ISSUANCE.ATTEMPTS,
            ISSUANCE.PARKED_AT,
            ISSUANCE.PARKED_REASON,
            ISSUANCE.SETTLED_BY,
            ISSUANCE.VOID_REASON,
            CERTIFICATE_ORDER.HALL,
            CERTIFICATE_ORDER.APPLICANT_NAME,
            CERTIFICATE_ORDER.STATE.convertFrom(OrderState::valueOf),
            ORDER_ITEM.TYPE.convertFrom(CertificateType::valueOf),
            ORDER_ITEM.STATUS.convertFrom(ItemStatus::valueOf),
            ORDER_ITEM.MEDIUM_SERIAL,
            CERTIFICATE.SERIAL)
        .from(ISSUANCE)
        .join(ORDER_ITEM)
        .on(ORDER_ITEM.ORDER_NO.eq(ISSUANCE.ORDER_NO), ORDER_ITEM.SEQ.eq(ISSUANCE.ITEM_SEQ))
        .join(CERTIFICATE_ORDER)
        .on(CERTIFICATE_ORDER.ORDER_NO.eq(ISSUANCE.ORDER_NO))
        .leftJoin(CERTIFICATE)
        .on(
            CERTIFICATE.ORDER_NO.eq(ISSUANCE.ORDER_NO),
            CERTIFICATE.ITEM_SEQ.eq(ISSUANCE.ITEM_SEQ),
            CERTIFICATE.KEY_USAGE.eq("SIGNING"))
        .where(which)
        .orderBy(ISSUANCE.STATE, ISSUANCE.PARKED_AT, ISSUANCE.ORDER_NO)
        .limit(limit)
        .fetch(Records.mapping(UncertainIssue::new));
  }

  /**
   * The next delivery of the job signs and stores exactly what was reserved.
   *
   * @throws Refusal FORBIDDEN without the right; NOT_FOUND for an unknown order; CONFLICT
   *     ORDER_ENDED, or ISSUE_NOT_PARKED when somebody else has decided
   */
  @Transactional
  public void finish(Actor actor, String orderNo, int itemSeq) {
    actor.require(Role.ADMIN);
    Order order = orders.locked(orderNo);
    if (order.state().isEnded()) {
      throw Refusal.conflict("ORDER_ENDED");
    }
    String serial = parked(orderNo, itemSeq);
    dsl.update(ISSUANCE)
        .set(ISSUANCE.STATE, IssuanceState.RESERVED.name())
        .set(ISSUANCE.ATTEMPTS, 0)
        .set(ISSUANCE.SETTLED_BY, actor.name())
        .where(ISSUANCE.SIGNING_SERIAL.eq(serial))
        .execute();
    audit.record(
        actor,
        "issuance.released",
        "order",
        orderNo,
        order.hall(),
        "item " + itemSeq + ", serial " + serial);
    handOutAgain(actor, order);
  }

  /**
   * Gives the reservation up; its serials are never used again. The next delivery reserves anew,
   * unless the order is over.
   *
   * @throws Refusal as {@link #finish}; RULE FIELD_REQUIRED or TEXT_TOO_LONG for the reason
   */
  @Transactional
  public void reissue(Actor actor, String orderNo, int itemSeq, @Nullable String reason) {
    actor.require(Role.ADMIN);
    if (reason == null || reason.isBlank()) {
      throw Refusal.rule("reason", "FIELD_REQUIRED");
    }
    String words = reason.strip();
    if (words.length() > LONGEST_REASON) {
      throw Refusal.rule("reason", "TEXT_TOO_LONG", LONGEST_REASON);
    }
    Order order = orders.locked(orderNo);
    String serial = parked(orderNo, itemSeq);
    int voided =
        dsl.fetchCount(ISSUANCE, ISSUANCE.ORDER_NO.eq(orderNo), ISSUANCE.ITEM_SEQ.eq(itemSeq));
    dsl.update(ISSUANCE)
        .set(ISSUANCE.STATE, IssuanceState.VOID.name())
        .set(ISSUANCE.VOID_NO, voided)
        .set(ISSUANCE.VOID_REASON, words)
        .set(ISSUANCE.SETTLED_BY, actor.name())
        .where(ISSUANCE.SIGNING_SERIAL.eq(serial))
        .execute();
    audit.record(
        actor,
        "issuance.voided",
        "order",
        orderNo,
        order.hall(),
        "item " + itemSeq + ", serial " + serial + ": " + words);
    if (!order.state().isEnded()) {
      handOutAgain(actor, order);
    }
  }

  private String parked(String orderNo, int itemSeq) {
    return dsl.select(ISSUANCE.SIGNING_SERIAL)
        .from(ISSUANCE)
        .where(
            ISSUANCE.ORDER_NO.eq(orderNo),
            ISSUANCE.ITEM_SEQ.eq(itemSeq),
            ISSUANCE.VOID_NO.eq(0),
            ISSUANCE.STATE.eq(IssuanceState.PARKED.name()))
        .forUpdate()
        .fetchOptional(ISSUANCE.SIGNING_SERIAL)
        .orElseThrow(() -> Refusal.conflict("ISSUE_NOT_PARKED"));
  }

  /** When the last of the order's parked certificates is decided; one that has no job yet waits. */
  private void handOutAgain(Actor actor, Order order) {
    boolean undecided =
        dsl.fetchExists(
            DSL.selectOne()
                .from(ISSUANCE)
                .where(
                    ISSUANCE.ORDER_NO.eq(order.orderNo()),
                    ISSUANCE.STATE.eq(IssuanceState.PARKED.name())));
    if (undecided) {
      return;
    }
    dsl.update(ISSUANCE)
        .set(ISSUANCE.RELEASED_AT, clock.instant())
        .where(
            ISSUANCE.ORDER_NO.eq(order.orderNo()), ISSUANCE.STATE.eq(IssuanceState.RESERVED.name()))
        .execute();
    dsl.select(INCIDENT.ID)
        .from(INCIDENT)
        .where(
            INCIDENT.ORDER_NO.eq(order.orderNo()),
            INCIDENT.JOB_TYPE.eq(JOB_TYPE),
            INCIDENT.STATE.eq("OPEN"))
        .fetch(INCIDENT.ID)
        .forEach(id -> incidents.retry(actor, id));
  }
}
