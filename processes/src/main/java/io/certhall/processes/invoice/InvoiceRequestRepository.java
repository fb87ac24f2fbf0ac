package io.certhall.processes.invoice;

import static io.certhall.db.generated.Tables.INVOICE_EVENT;
import static io.certhall.db.generated.Tables.INVOICE_REQUEST;

import io.certhall.processes.order.InvoiceKind;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import io.certhall.processes.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The tables of wanted invoices and what became of them. */
@Repository
class InvoiceRequestRepository {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_NOTE = 500;
  private static final List<SelectField<?>> COLUMNS =
      List.of(
          INVOICE_REQUEST.ORDER_NO,
          INVOICE_REQUEST.ACCOUNT_ID,
          INVOICE_REQUEST.HALL,
          INVOICE_REQUEST.KIND,
          INVOICE_REQUEST.TITLE,
          INVOICE_REQUEST.TAX_NO,
          INVOICE_REQUEST.DETAILS_ENC,
          INVOICE_REQUEST.SENDING,
          INVOICE_REQUEST.STATE,
          INVOICE_REQUEST.AMOUNT_FEN,
          INVOICE_REQUEST.REQUESTED_AT,
          INVOICE_REQUEST.DUE_AT,
          INVOICE_REQUEST.REASON,
          INVOICE_REQUEST.INVOICE_NO,
          INVOICE_REQUEST.CARRIER,
          INVOICE_REQUEST.TRACKING_NO,
          INVOICE_REQUEST.ROW_VERSION);

  private final DSLContext dsl;
  private final PersonalData personalData;

  InvoiceRequestRepository(DSLContext dsl, PersonalData personalData) {
    this.dsl = dsl;
    this.personalData = personalData;
  }

  Optional<InvoiceRequest> find(String orderNo) {
    return dsl.select(COLUMNS)
        .from(INVOICE_REQUEST)
        .where(INVOICE_REQUEST.ORDER_NO.eq(orderNo))
        .fetchOptional(this::toRequest);
  }

  List<InvoiceRequest> list(Condition which, boolean dueFirst, int limit) {
    var rows = dsl.select(COLUMNS).from(INVOICE_REQUEST).where(which);
    return (dueFirst
            ? rows.orderBy(INVOICE_REQUEST.DUE_AT, INVOICE_REQUEST.ORDER_NO)
            : rows.orderBy(INVOICE_REQUEST.REQUESTED_AT.desc(), INVOICE_REQUEST.ORDER_NO))
        .limit(limit)
        .fetch(this::toRequest);
  }

  int count(Condition which) {
    return dsl.fetchCount(INVOICE_REQUEST, which);
  }

  /** Writes the whole row; the caller holds the order's. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void save(InvoiceRequest request) {
    var row = dsl.newRecord(INVOICE_REQUEST);
    row.setOrderNo(request.orderNo());
    row.setAccountId(request.accountId());
    row.setHall(request.hall());
    row.setKind(request.kind().name());
    row.setTitle(request.title());
    row.setTaxNo(request.taxNo());
    row.setDetailsEnc(
        personalData.encryptBytes(
            Column.INVOICE_DETAILS, JSON.writeValueAsBytes(request.details())));
    row.setSending(request.sending().name());
    row.setState(request.state().name());
    row.setAmountFen(request.amountFen());
    row.setRequestedAt(request.requestedAt());
    row.setDueAt(request.dueAt());
    row.setReason(shortened(request.reason()));
    row.setInvoiceNo(request.invoiceNo());
    row.setCarrier(request.carrier());
    row.setTrackingNo(request.trackingNo());
    row.setRowVersion(request.version() + 1);
    dsl.deleteFrom(INVOICE_REQUEST).where(INVOICE_REQUEST.ORDER_NO.eq(request.orderNo())).execute();
    dsl.executeInsert(row);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void event(
      String orderNo, Instant at, InvoiceRequest.State state, Actor actor, @Nullable String note) {
    dsl.insertInto(INVOICE_EVENT)
        .set(INVOICE_EVENT.ORDER_NO, orderNo)
        .set(INVOICE_EVENT.AT, at)
        .set(INVOICE_EVENT.STATE, state.name())
        .set(INVOICE_EVENT.ACTOR_ID, actor.isSystem() ? null : actor.accountId())
        .set(INVOICE_EVENT.ACTOR_NAME, actor.name())
        .set(INVOICE_EVENT.NOTE, shortened(note))
        .execute();
  }

  List<InvoiceRequest.Event> events(String orderNo) {
    return dsl.select(
            INVOICE_EVENT.AT, INVOICE_EVENT.STATE, INVOICE_EVENT.ACTOR_NAME, INVOICE_EVENT.NOTE)
        .from(INVOICE_EVENT)
        .where(INVOICE_EVENT.ORDER_NO.eq(orderNo))
        .orderBy(INVOICE_EVENT.ID)
        .fetch(
            row ->
                new InvoiceRequest.Event(
                    row.value1(),
                    InvoiceRequest.State.valueOf(row.value2()),
                    row.value3(),
                    row.value4()));
  }

  private static @Nullable String shortened(@Nullable String note) {
    return note == null || note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
  }

  private InvoiceRequest toRequest(Record row) {
    return new InvoiceRequest(
        row.get(INVOICE_REQUEST.ORDER_NO),
        row.get(INVOICE_REQUEST.ACCOUNT_ID),
        row.get(INVOICE_REQUEST.HALL),
        InvoiceKind.valueOf(row.get(INVOICE_REQUEST.KIND)),
        row.get(INVOICE_REQUEST.TITLE),
        row.get(INVOICE_REQUEST.TAX_NO),
        JSON.readValue(
            personalData.decryptBytes(Column.INVOICE_DETAILS, row.get(INVOICE_REQUEST.DETAILS_ENC)),
            InvoiceDetails.class),
        InvoiceRequest.Sending.valueOf(row.get(INVOICE_REQUEST.SENDING)),
        InvoiceRequest.State.valueOf(row.get(INVOICE_REQUEST.STATE)),
        row.get(INVOICE_REQUEST.AMOUNT_FEN),
        row.get(INVOICE_REQUEST.REQUESTED_AT),
        row.get(INVOICE_REQUEST.DUE_AT),
        row.get(INVOICE_REQUEST.REASON),
        row.get(INVOICE_REQUEST.INVOICE_NO),
        row.get(INVOICE_REQUEST.CARRIER),
        row.get(INVOICE_REQUEST.TRACKING_NO),
        row.get(INVOICE_REQUEST.ROW_VERSION));
  }
}
