package io.certhall.processes.medium;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.KEY_MEDIUM;
import static io.certhall.db.generated.Tables.KEY_MEDIUM_EVENT;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.order.Order;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The row of each key and its history: a move writes both and an audit row, or nothing. */
@Component
class MediumBooks {

  private final DSLContext dsl;
  private final AuditLog audit;
  private final Clock clock;

  MediumBooks(DSLContext dsl, AuditLog audit, Clock clock) {
    this.dsl = dsl;
    this.audit = audit;
    this.clock = clock;
  }

  /** Held until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<KeyMedium> lock(String serial) {
    return locked(KEY_MEDIUM.SERIAL.eq(serial)).stream().findFirst();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public List<KeyMedium> lock(Collection<String> serials) {
    return serials.isEmpty() ? List.of() : locked(KEY_MEDIUM.SERIAL.in(serials));
  }

  /** Keys assigned for this order. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<KeyMedium> lockOf(Order order) {
    return locked(KEY_MEDIUM.ORDER_NO.eq(order.orderNo()));
  }

  private List<KeyMedium> locked(Condition which) {
    return dsl.select(
            KEY_MEDIUM.SERIAL,
            KEY_MEDIUM.HALL,
            KEY_MEDIUM.MODEL,
            KEY_MEDIUM.SUPPLIER,
            KEY_MEDIUM.LOT_ID,
            KEY_MEDIUM.STATE,
            KEY_MEDIUM.ACCOUNT_ID,
            KEY_MEDIUM.ORDER_NO,
            KEY_MEDIUM.ITEM_SEQ,
            KEY_MEDIUM.SINCE)
        .from(KEY_MEDIUM)
        .where(which)
        .orderBy(KEY_MEDIUM.SERIAL)
        .forUpdate()
        .fetch(
            row ->
                new KeyMedium(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    MediumState.valueOf(row.value6()),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    null,
                    row.value10()));
  }

  /** A key comes into the books that no lot brought; it is where {@code state} says. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeIn(
      Actor actor, String serial, MediumState state, Order order, int itemSeq, String note) {
    Instant now = clock.instant();
    dsl.insertInto(KEY_MEDIUM)
        .set(KEY_MEDIUM.SERIAL, serial)
        .set(KEY_MEDIUM.HALL, order.hall())
        .set(KEY_MEDIUM.MODEL, KeyMedium.UNKNOWN_MODEL)
        .set(KEY_MEDIUM.STATE, state.name())
        .set(KEY_MEDIUM.ACCOUNT_ID, order.accountId())
        .set(KEY_MEDIUM.ORDER_NO, order.orderNo())
        .set(KEY_MEDIUM.ITEM_SEQ, itemSeq)
        .set(KEY_MEDIUM.SINCE, now)
        .set(KEY_MEDIUM.CREATED_AT, now)
        .execute();
    write(actor, serial, order.hall(), null, state, order.orderNo(), note);
  }

  /** For an order: from now on the key is its applicant's. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void moveFor(
      Actor actor,
      KeyMedium medium,
      MediumState to,
      Order order,
      int itemSeq,
      @Nullable String note) {
    medium.state().requireLegal(to, medium.serial());
    dsl.update(KEY_MEDIUM)
        .set(KEY_MEDIUM.STATE, to.name())
        .set(KEY_MEDIUM.ACCOUNT_ID, order.accountId())
        .set(KEY_MEDIUM.ORDER_NO, order.orderNo())
        .set(KEY_MEDIUM.ITEM_SEQ, itemSeq)
        .set(KEY_MEDIUM.SINCE, clock.instant())
        .where(KEY_MEDIUM.SERIAL.eq(medium.serial()))
        .execute();
    write(actor, medium.serial(), medium.hall(), medium.state(), to, order.orderNo(), note);
  }

  /** Moves a key for whomever it is assigned to; back in stock it is nobody's. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(Actor actor, KeyMedium medium, MediumState to, @Nullable String note) {
    medium.state().requireLegal(to, medium.serial());
    boolean free = to == MediumState.IN_STOCK;
    dsl.update(KEY_MEDIUM)
        .set(KEY_MEDIUM.STATE, to.name())
        .set(KEY_MEDIUM.ACCOUNT_ID, free ? null : medium.accountId())
        .set(KEY_MEDIUM.ORDER_NO, free ? null : medium.orderNo())
        .set(KEY_MEDIUM.ITEM_SEQ, free ? null : medium.itemSeq())
        .set(KEY_MEDIUM.SINCE, clock.instant())
        .where(KEY_MEDIUM.SERIAL.eq(medium.serial()))
        .execute();
    write(actor, medium.serial(), medium.hall(), medium.state(), to, medium.orderNo(), note);
  }

  private void write(
      Actor actor,
      String serial,
      String hall,
      @Nullable MediumState from,
      MediumState to,
      @Nullable String orderNo,
      @Nullable String note) {
    dsl.insertInto(KEY_MEDIUM_EVENT)
        .set(KEY_MEDIUM_EVENT.SERIAL, serial)
        .set(KEY_MEDIUM_EVENT.AT, clock.instant())
        .set(KEY_MEDIUM_EVENT.FROM_STATE, from == null ? null : from.name())
        .set(KEY_MEDIUM_EVENT.TO_STATE, to.name())
        .set(KEY_MEDIUM_EVENT.ORDER_NO, orderNo)
        .set(KEY_MEDIUM_EVENT.ACTOR_ID, actor.isSystem() ? null : actor.accountId())
        .set(KEY_MEDIUM_EVENT.ACTOR_NAME, actor.name())
        .set(KEY_MEDIUM_EVENT.NOTE, note)
        .execute();
    audit.record(
        actor,
        "medium.moved",
        "medium",
        serial,
        hall,
        (from == null ? "new" : from.name()) + " -> " + to + (note == null ? "" : ", " + note));
  }

  /** Who had it when, latest first. */
  List<MediumEvent> history(String serial) {
    return dsl.select(
            KEY_MEDIUM_EVENT.AT,
            KEY_MEDIUM_EVENT.FROM_STATE,
            KEY_MEDIUM_EVENT.TO_STATE,
            KEY_MEDIUM_EVENT.ORDER_NO,
            CERTIFICATE_ORDER.APPLICANT_NAME,
            KEY_MEDIUM_EVENT.ACTOR_NAME,
            KEY_MEDIUM_EVENT.NOTE)
        .from(KEY_MEDIUM_EVENT)
        .leftJoin(CERTIFICATE_ORDER)
        .on(CERTIFICATE_ORDER.ORDER_NO.eq(KEY_MEDIUM_EVENT.ORDER_NO))
        .where(KEY_MEDIUM_EVENT.SERIAL.eq(serial))
        .orderBy(KEY_MEDIUM_EVENT.ID.desc())
        .fetch(
            row ->
                new MediumEvent(
                    row.value1(),
                    row.value2() == null ? null : MediumState.valueOf(row.value2()),
                    MediumState.valueOf(row.value3()),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7()));
  }
}
