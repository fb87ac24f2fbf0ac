package io.certhall.processes.order;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.ORDER_LINE;

import io.certhall.db.generated.tables.records.CertificateOrderRecord;
import io.certhall.processes.order.OrderForm.Contact;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.refusal.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Orders, their items and frozen lines. Writes need an open transaction. */
@Repository
class JooqOrderRepository implements OrderForms {

  private final DSLContext dsl;
  private final PersonalData personalData;
  private final JsonMapper json = JsonMapper.builder().build();

  JooqOrderRepository(DSLContext dsl, PersonalData personalData) {
    this.dsl = dsl;
    this.personalData = personalData;
  }

  @Override
  public Optional<Order> find(String orderNo) {
    return dsl.select(OrderRow.COLUMNS)
        .from(CERTIFICATE_ORDER)
        .where(CERTIFICATE_ORDER.ORDER_NO.eq(orderNo), CERTIFICATE_ORDER.REMOVED_AT.isNull())
        .fetchOptional(OrderRow::toOrder);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Order> lock(String orderNo) {
    return dsl.select(OrderRow.COLUMNS)
        .from(CERTIFICATE_ORDER)
        .where(CERTIFICATE_ORDER.ORDER_NO.eq(orderNo), CERTIFICATE_ORDER.REMOVED_AT.isNull())
        .forUpdate()
        .fetchOptional(OrderRow::toOrder);
  }

  @Override
  public List<Order.Item> items(String orderNo) {
    return dsl.selectFrom(ORDER_ITEM)
        .where(ORDER_ITEM.ORDER_NO.eq(orderNo))
        .orderBy(ORDER_ITEM.SEQ)
        .fetch(
            row ->
                new Order.Item(
                    row.getSeq(),
                    CertificateType.valueOf(row.getType()),
                    row.getPersonId(),
                    row.getYears(),
                    OrderRow.codes(row.getSeals()),
                    row.getSecondaryLock(),
                    ItemStatus.valueOf(row.getStatus()),
                    row.getMediumSerial(),
                    row.getSigningCsr(),
                    row.getCertificateSerial(),
                    row.getSelfUpdate()));
  }

  @Override
  public List<Order.Line> lines(String orderNo) {
    return dsl.select(
            ORDER_LINE.ITEM_SEQ,
            ORDER_LINE.CODE,
            ORDER_LINE.LABEL,
            ORDER_LINE.UNIT_FEN,
            ORDER_LINE.QUANTITY,
            ORDER_LINE.AMOUNT_FEN)
        .from(ORDER_LINE)
        .where(ORDER_LINE.ORDER_NO.eq(orderNo))
        .orderBy(ORDER_LINE.LINE_NO)
        .fetch(org.jooq.Records.mapping(Order.Line::new));
  }

  @Override
  public Contact contact(String orderNo) {
    byte[] stored =
        dsl.select(CERTIFICATE_ORDER.CONTACT_ENC)
            .from(CERTIFICATE_ORDER)
            .where(CERTIFICATE_ORDER.ORDER_NO.eq(orderNo))
            .fetchSingle()
            .value1();
    return opened(stored);
  }

  @Override
  public Map<String, Contact> contacts(Collection<String> orderNos) {
    Map<String, Contact> contacts = new HashMap<>();
    if (!orderNos.isEmpty()) {
      dsl.select(CERTIFICATE_ORDER.ORDER_NO, CERTIFICATE_ORDER.CONTACT_ENC)
          .from(CERTIFICATE_ORDER)
          .where(CERTIFICATE_ORDER.ORDER_NO.in(orderNos))
          .forEach(row -> contacts.put(row.value1(), opened(row.value2())));
    }
    return contacts;
  }

  private Contact opened(byte @Nullable [] stored) {
    String plain = personalData.decrypt(PersonalData.Column.ORDER_CONTACT, stored);
    return plain == null ? new Contact(null, null, null) : json.readValue(plain, Contact.class);
  }

  @Override
  public OrderChange contact(OrderForm form) {
    OrderForm.StatementForm statement = form.statement();
    return sealed(
            new Contact(
                form.agent(),
                form.delivery(),
                form.invoice(),
                form.change(),
                statement,
                form.person(),
                form.answers()))
        .parts(
            form.delivery() == null ? null : form.delivery().method(),
            form.invoice() == null ? null : form.invoice().kind(),
            form.invoice() == null ? null : form.invoice().title())
        .asked(form.changes(), statement == null ? null : statement.causeAt());
  }

  @Override
  public OrderChange sealed(Contact contact) {
    return OrderChange.of()
        .contact(
            personalData.encryptBytes(
                PersonalData.Column.ORDER_CONTACT, json.writeValueAsBytes(contact)));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(CertificateOrderRecord order, OrderForm form) {
    contact(form).applyTo(order);
    dsl.executeInsert(order);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void change(Order order, OrderChange change) {
    var update = dsl.updateQuery(CERTIFICATE_ORDER);
    change.applyTo(update);
    update.addValue(CERTIFICATE_ORDER.ROW_VERSION, order.version() + 1);
    update.addConditions(
        CERTIFICATE_ORDER.ORDER_NO.eq(order.orderNo()),
        CERTIFICATE_ORDER.ROW_VERSION.eq(order.version()));
    if (update.execute() != 1) {
      throw Refusal.conflict("STALE_VERSION");
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void replaceItems(String orderNo, List<OrderForm.ItemForm> items) {
    dsl.deleteFrom(ORDER_ITEM).where(ORDER_ITEM.ORDER_NO.eq(orderNo)).execute();
    insertItems(orderNo, items);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void insertItems(String orderNo, List<OrderForm.ItemForm> items) {
    if (items.isEmpty()) {
      return;
    }
    var insert =
        dsl.insertInto(
            ORDER_ITEM,
            ORDER_ITEM.ORDER_NO,
            ORDER_ITEM.SEQ,
            ORDER_ITEM.TYPE,
            ORDER_ITEM.PERSON_ID,
            ORDER_ITEM.YEARS,
            ORDER_ITEM.SEALS,
            ORDER_ITEM.SECONDARY_LOCK,
            ORDER_ITEM.STATUS,
            ORDER_ITEM.CERTIFICATE_SERIAL);
    int seq = 1;
    for (OrderForm.ItemForm item : items) {
      insert =
          insert.values(
              orderNo,
              seq++,
              item.type().name(),
              item.personId(),
              item.years(),
              String.join(",", item.seals()),
              item.secondary(),
              ItemStatus.OPEN.name(),
              item.certificateSerial());
    }
    insert.execute();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void replaceLines(Order order, List<Order.Line> lines) {
    String orderNo = order.orderNo();
    if (order.round() > 0) {
      dsl.deleteFrom(ORDER_LINE).where(ORDER_LINE.ORDER_NO.eq(orderNo)).execute();
    }
    if (lines.isEmpty()) {
      return;
    }
    var insert =
        dsl.insertInto(
            ORDER_LINE,
            ORDER_LINE.ORDER_NO,
            ORDER_LINE.LINE_NO,
            ORDER_LINE.ITEM_SEQ,
            ORDER_LINE.CODE,
            ORDER_LINE.LABEL,
            ORDER_LINE.UNIT_FEN,
            ORDER_LINE.QUANTITY,
            ORDER_LINE.AMOUNT_FEN);
    int number = 1;
    for (Order.Line line : lines) {
      insert =
          insert.values(
              orderNo,
              number++,
              line.itemSeq(),
              line.code(),
              line.label(),
              line.unitFen(),
              line.quantity(),
              line.amountFen());
    }
    insert.execute();
  }
}
