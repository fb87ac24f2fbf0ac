package io.certhall.processes.secret;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.NOTIFICATION;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.PAYMENT;
import static io.certhall.db.generated.Tables.SECRET_DELIVERY;
import static io.certhall.db.generated.Tables.SECRET_EVENT;

import io.certhall.db.generated.tables.records.SecretDeliveryRecord;
import io.certhall.processes.configuration.NewRecords;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of PINs under way; PIN and recipient are encrypted. */
@Repository
class SecretRepository {

  private static final List<SelectField<?>> COLUMNS =
      List.of(
          SECRET_DELIVERY.ID,
          SECRET_DELIVERY.ORDER_NO,
          SECRET_DELIVERY.ITEM_SEQ,
          SECRET_DELIVERY.HALL,
          SECRET_DELIVERY.MEDIUM_SERIAL,
          SECRET_DELIVERY.ROUTE,
          SECRET_DELIVERY.STATE,
          SECRET_DELIVERY.RECIPIENT_MASKED,
          SECRET_DELIVERY.MUST_CHANGE,
          SECRET_DELIVERY.SENDS,
          SECRET_DELIVERY.CREATED_AT,
          SECRET_DELIVERY.LAST_SENT_AT,
          SECRET_DELIVERY.ROW_VERSION);

  private static final List<String> ENDED =
      Arrays.stream(OrderState.values()).filter(OrderState::isEnded).map(Enum::name).toList();

  private final DSLContext dsl;
  private final NewRecords newRecords;
  private final PersonalData personalData;

  SecretRepository(DSLContext dsl, NewRecords newRecords, PersonalData personalData) {
    this.dsl = dsl;
    this.newRecords = newRecords;
    this.personalData = personalData;
  }

  /** A key whose PIN is to be made. */
  record NewKey(int itemSeq, @Nullable String mediumSerial) {}

  /** A row to be written; the PIN in clear. */
  record NewDelivery(
      String orderNo,
      int itemSeq,
      String hall,
      @Nullable String mediumSerial,
      SecretRoute route,
      SecretDelivery.State state,
      String pin,
      @Nullable String recipient,
      String recipientMasked,
      boolean mustChange,
      Instant createdAt) {

    @Override
    public String toString() {
      return "NewDelivery[" + orderNo + "/" + itemSeq + "]";
    }
  }

  /**
   * @param sent whether a message with it leaves at once
   * @return its id
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long insert(NewDelivery delivery, boolean sent) {
    SecretDeliveryRecord row = newRecords.of(SECRET_DELIVERY);
    row.setOrderNo(delivery.orderNo());
    row.setItemSeq(delivery.itemSeq());
    row.setHall(delivery.hall());
    row.setMediumSerial(delivery.mediumSerial());
    row.setRoute(delivery.route().name());
    row.setState(delivery.state().name());
    row.setPinEnc(personalData.encrypt(Column.SECRET_PIN, delivery.pin()));
    row.setRecipientEnc(personalData.encrypt(Column.SECRET_RECIPIENT, delivery.recipient()));
    row.setRecipientMasked(delivery.recipientMasked());
    row.setMustChange(delivery.mustChange());
    row.setSends(sent ? 1 : 0);
    row.setLastSentAt(sent ? delivery.createdAt() : null);
    row.setCreatedAt(delivery.createdAt());
    row.insert();
    return row.getId();
  }

  /** Those of the items that have no PIN yet. */
  List<NewKey> without(String orderNo, Collection<Integer> itemSeqs) {
    return dsl.select(ORDER_ITEM.SEQ, ORDER_ITEM.MEDIUM_SERIAL)
        .from(ORDER_ITEM)
        .leftJoin(SECRET_DELIVERY)
        .on(
            SECRET_DELIVERY.ORDER_NO.eq(ORDER_ITEM.ORDER_NO),
            SECRET_DELIVERY.ITEM_SEQ.eq(ORDER_ITEM.SEQ))
        .where(
            ORDER_ITEM.ORDER_NO.eq(orderNo),
            ORDER_ITEM.SEQ.in(itemSeqs),
            SECRET_DELIVERY.ID.isNull())
        .orderBy(ORDER_ITEM.SEQ)
        .fetch(row -> new NewKey(row.value1(), row.value2()));
  }

  List<SecretDelivery> ofOrder(String orderNo) {
    return dsl.select(COLUMNS)
        .from(SECRET_DELIVERY)
        .where(SECRET_DELIVERY.ORDER_NO.eq(orderNo))
        .orderBy(SECRET_DELIVERY.ITEM_SEQ)
        .fetch(SecretRepository::toDelivery);
  }

  List<SecretDelivery> open(int limit) {
    return dsl.select(COLUMNS)
        .from(SECRET_DELIVERY)
        .where(
            SECRET_DELIVERY.STATE.ne(SecretDelivery.State.CLOSED.name()),
            SECRET_DELIVERY.ROUTE.ne(SecretRoute.NONE.name()))
        .orderBy(SECRET_DELIVERY.STATE.desc(), SECRET_DELIVERY.ID.desc())
        .limit(limit)
        .fetch(SecretRepository::toDelivery);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public SecretDelivery locked(long id) {
    return dsl.select(COLUMNS)
        .from(SECRET_DELIVERY)
        .where(SECRET_DELIVERY.ID.eq(id))
        .forUpdate()
        .fetchOptional(SecretRepository::toDelivery)
        .orElseThrow(() -> Refusal.notFound("SECRET_UNKNOWN", Long.toString(id)));
  }

  /** Null when it is blanked. */
  @Nullable String pin(long id) {
    return dsl.select(SECRET_DELIVERY.PIN_ENC)
        .from(SECRET_DELIVERY)
        .where(SECRET_DELIVERY.ID.eq(id))
        .fetchOptional(SECRET_DELIVERY.PIN_ENC)
        .map(stored -> personalData.decrypt(Column.SECRET_PIN, stored))
        .orElse(null);
  }

  /** Phone or account in clear. */
  @Nullable String recipient(long id) {
    return dsl.select(SECRET_DELIVERY.RECIPIENT_ENC)
        .from(SECRET_DELIVERY)
        .where(SECRET_DELIVERY.ID.eq(id))
        .fetchOptional(SECRET_DELIVERY.RECIPIENT_ENC)
        .map(stored -> personalData.decrypt(Column.SECRET_RECIPIENT, stored))
        .orElse(null);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void sent(long id, Instant at) {
    dsl.update(SECRET_DELIVERY)
        .set(SECRET_DELIVERY.STATE, SecretDelivery.State.SENT.name())
        .set(SECRET_DELIVERY.SENDS, SECRET_DELIVERY.SENDS.plus(1))
        .set(SECRET_DELIVERY.LAST_SENT_AT, at)
        .set(SECRET_DELIVERY.ROW_VERSION, SECRET_DELIVERY.ROW_VERSION.plus(1))
        .where(SECRET_DELIVERY.ID.eq(id))
        .execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void event(long id, Instant at, String kind, Actor actor) {
    events(id, at, List.of(kind), actor);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void events(long id, Instant at, List<String> kinds, Actor actor) {
    var insert =
        dsl.insertInto(
            SECRET_EVENT,
            SECRET_EVENT.DELIVERY_ID,
            SECRET_EVENT.AT,
            SECRET_EVENT.KIND,
            SECRET_EVENT.ACTOR_ID,
            SECRET_EVENT.ACTOR_NAME);
    for (String kind : kinds) {
      insert =
          insert.values(id, at, kind, actor.isSystem() ? null : actor.accountId(), actor.name());
    }
    insert.execute();
  }

  List<SecretEvent> events(long id) {
    return dsl.select(SECRET_EVENT.AT, SECRET_EVENT.KIND, SECRET_EVENT.ACTOR_NAME)
        .from(SECRET_EVENT)
        .where(SECRET_EVENT.DELIVERY_ID.eq(id))
        .orderBy(SECRET_EVENT.ID)
        .fetch(row -> new SecretEvent(row.value1(), row.value2(), row.value3()));
  }

  Optional<String> paidBy(String orderNo) {
    return dsl.select(PAYMENT.METHOD)
        .from(PAYMENT)
        .where(PAYMENT.ORDER_NO.eq(orderNo), PAYMENT.STATE.eq("PAID"))
        .orderBy(PAYMENT.PAID_AT.desc())
        .limit(1)
        .fetchOptional(PAYMENT.METHOD);
  }

  /** PINs of orders that ended before {@code limit}. */
  List<Long> outlived(Instant limit, int batch) {
    return dsl.select(SECRET_DELIVERY.ID)
        .from(SECRET_DELIVERY)
        .join(CERTIFICATE_ORDER)
        .on(CERTIFICATE_ORDER.ORDER_NO.eq(SECRET_DELIVERY.ORDER_NO))
        .where(
            SECRET_DELIVERY.STATE.ne(SecretDelivery.State.CLOSED.name()),
            CERTIFICATE_ORDER.STATE.in(ENDED),
            CERTIFICATE_ORDER.COMPLETED_AT.lt(limit))
        .limit(batch)
        .fetch(SECRET_DELIVERY.ID);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void blank(Collection<Long> ids) {
    dsl.update(SECRET_DELIVERY)
        .set(SECRET_DELIVERY.STATE, SecretDelivery.State.CLOSED.name())
        .setNull(SECRET_DELIVERY.PIN_ENC)
        .setNull(SECRET_DELIVERY.RECIPIENT_ENC)
        .where(SECRET_DELIVERY.ID.in(ids))
        .execute();
  }

  /** Text messages that carried a PIN and are sent: their words have served. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int forgetMessages(Collection<String> messageIds, Instant before) {
    return dsl.deleteFrom(NOTIFICATION)
        .where(
            NOTIFICATION.MESSAGE_ID.in(messageIds),
            NOTIFICATION.STATE.ne("PENDING"),
            NOTIFICATION.CREATED_AT.lt(before))
        .execute();
  }

  private static SecretDelivery toDelivery(Record row) {
    return new SecretDelivery(
        row.get(SECRET_DELIVERY.ID),
        row.get(SECRET_DELIVERY.ORDER_NO),
        row.get(SECRET_DELIVERY.ITEM_SEQ),
        row.get(SECRET_DELIVERY.HALL),
        row.get(SECRET_DELIVERY.MEDIUM_SERIAL),
        SecretRoute.valueOf(row.get(SECRET_DELIVERY.ROUTE)),
        SecretDelivery.State.valueOf(row.get(SECRET_DELIVERY.STATE)),
        row.get(SECRET_DELIVERY.RECIPIENT_MASKED),
        row.get(SECRET_DELIVERY.MUST_CHANGE),
        row.get(SECRET_DELIVERY.SENDS),
        row.get(SECRET_DELIVERY.CREATED_AT),
        row.get(SECRET_DELIVERY.LAST_SENT_AT),
        row.get(SECRET_DELIVERY.ROW_VERSION));
  }
}
