package io.certhall.processes.payment;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.PAYMENT;
import static io.certhall.db.generated.Tables.PAYMENT_NOTICE;

import io.certhall.processes.order.OrderState;
import io.certhall.processes.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Payments and the notices about them. */
@Repository
class JooqPaymentRepository {

  private final DSLContext dsl;

  JooqPaymentRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Payment> find(String paymentNo) {
    return dsl.selectFrom(PAYMENT)
        .where(PAYMENT.PAYMENT_NO.eq(paymentNo))
        .fetchOptional(JooqPaymentRepository::toPayment);
  }

  List<Payment> of(String orderNo) {
    return dsl.selectFrom(PAYMENT)
        .where(PAYMENT.ORDER_NO.eq(orderNo))
        .orderBy(PAYMENT.CREATED_AT)
        .fetch(JooqPaymentRepository::toPayment);
  }

  /** Of those a provider keeps: a transfer ends with its order. */
  List<String> expired(Instant now, int limit) {
    return dsl.select(PAYMENT.PAYMENT_NO)
        .from(PAYMENT)
        .where(
            PAYMENT.STATE.in(PaymentState.OPEN.name(), PaymentState.CREATED.name()),
            PAYMENT.METHOD.ne(PaymentMethod.TRANSFER.name()),
            PAYMENT.EXPIRES_AT.le(now))
        .orderBy(PAYMENT.EXPIRES_AT)
        .limit(limit)
        .fetch(PAYMENT.PAYMENT_NO);
  }

  List<Payment> checkingOfEndedOrders() {
    return dsl.select(PAYMENT.fields())
        .from(PAYMENT)
        .join(CERTIFICATE_ORDER)
        .on(CERTIFICATE_ORDER.ORDER_NO.eq(PAYMENT.ORDER_NO))
        .where(
            PAYMENT.STATE.eq(PaymentState.CHECKING.name()),
            CERTIFICATE_ORDER.STATE.in(
                OrderState.CANCELLED.name(), OrderState.CLOSED.name(), OrderState.COMPLETED.name()))
        .orderBy(PAYMENT.CREATED_AT)
        .fetch(JooqPaymentRepository::toPayment);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(Payment payment) {
    dsl.insertInto(PAYMENT)
        .set(PAYMENT.PAYMENT_NO, payment.paymentNo())
        .set(PAYMENT.ORDER_NO, payment.orderNo())
        .set(PAYMENT.HALL, payment.hall())
        .set(PAYMENT.METHOD, payment.method().name())
        .set(PAYMENT.AMOUNT_FEN, payment.amountFen())
        .set(PAYMENT.STATE, payment.state().name())
        .set(PAYMENT.CREATED_AT, payment.createdAt())
        .set(PAYMENT.EXPIRES_AT, payment.expiresAt())
        .execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void checking(Payment payment) {
    ended(payment, PaymentState.CHECKING);
  }

  /** Finance has found the money. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void confirmed(Payment payment, long amountFen, long decidedBy, Instant at) {
    changed(
        dsl.update(PAYMENT)
            .set(PAYMENT.STATE, PaymentState.PAID.name())
            .set(PAYMENT.AMOUNT_FEN, amountFen)
            .set(PAYMENT.PAID_AT, at)
            .set(PAYMENT.DECIDED_BY, decidedBy)
            .set(PAYMENT.DECIDED_AT, at)
            .set(PAYMENT.ROW_VERSION, payment.version() + 1)
            .where(same(payment))
            .execute());
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void refused(Payment payment, String reason, long decidedBy, Instant at) {
    changed(
        dsl.update(PAYMENT)
            .set(PAYMENT.STATE, PaymentState.REFUSED.name())
            .set(PAYMENT.REFUSAL_REASON, reason)
            .set(PAYMENT.DECIDED_BY, decidedBy)
            .set(PAYMENT.DECIDED_AT, at)
            .set(PAYMENT.ROW_VERSION, payment.version() + 1)
            .where(same(payment))
            .execute());
  }

  /** Transfers nobody has shown a voucher for: the order needs no money any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void closeAwaitedTransfers(String orderNo) {
    dsl.update(PAYMENT)
        .set(PAYMENT.STATE, PaymentState.CLOSED.name())
        .set(PAYMENT.ROW_VERSION, PAYMENT.ROW_VERSION.plus(1))
        .where(
            PAYMENT.ORDER_NO.eq(orderNo),
            PAYMENT.METHOD.eq(PaymentMethod.TRANSFER.name()),
            PAYMENT.STATE.eq(PaymentState.OPEN.name()))
        .execute();
  }

  /**
   * The payment as it is now: open, unless it was already paid or given up meanwhile. One
   * statement, which needs no transaction around it.
   */
  public Payment opened(Payment created, @Nullable String codeUrl) {
    int opened =
        dsl.update(PAYMENT)
            .set(PAYMENT.STATE, PaymentState.OPEN.name())
            .set(PAYMENT.CODE_URL, codeUrl)
            .set(PAYMENT.ROW_VERSION, created.version() + 1)
            .where(same(created), PAYMENT.STATE.eq(PaymentState.CREATED.name()))
            .execute();
    return opened == 1 ? created.open(codeUrl) : find(created.paymentNo()).orElseThrow();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void ended(Payment payment, PaymentState state) {
    changed(
        dsl.update(PAYMENT)
            .set(PAYMENT.STATE, state.name())
            .set(PAYMENT.ROW_VERSION, payment.version() + 1)
            .where(same(payment))
            .execute());
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void paid(Payment payment, String transactionId, Instant at) {
    changed(
        dsl.update(PAYMENT)
            .set(PAYMENT.STATE, PaymentState.PAID.name())
            .set(PAYMENT.PROVIDER_TRANSACTION, transactionId)
            .set(PAYMENT.PAID_AT, at)
            .set(PAYMENT.ROW_VERSION, payment.version() + 1)
            .where(same(payment))
            .execute());
  }

  /**
   * @return false when this notice was seen before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean notice(
      PaymentMethod method, String noticeId, String paymentNo, Instant at, String outcome) {
    return dsl.insertInto(PAYMENT_NOTICE)
            .set(PAYMENT_NOTICE.METHOD, method.name())
            .set(PAYMENT_NOTICE.NOTICE_ID, noticeId)
            .set(PAYMENT_NOTICE.PAYMENT_NO, paymentNo)
            .set(PAYMENT_NOTICE.RECEIVED_AT, at)
            .set(PAYMENT_NOTICE.OUTCOME, outcome)
            .onDuplicateKeyIgnore()
            .execute()
        == 1;
  }

  private static org.jooq.Condition same(Payment payment) {
    return PAYMENT
        .PAYMENT_NO
        .eq(payment.paymentNo())
        .and(PAYMENT.ROW_VERSION.eq(payment.version()));
  }

  private static void changed(int rows) {
    if (rows != 1) {
      throw Refusal.conflict("STALE_VERSION");
    }
  }

  private static Payment toPayment(Record row) {
    return new Payment(
        row.get(PAYMENT.PAYMENT_NO),
        row.get(PAYMENT.ORDER_NO),
        row.get(PAYMENT.HALL),
        PaymentMethod.valueOf(row.get(PAYMENT.METHOD)),
        row.get(PAYMENT.AMOUNT_FEN),
        PaymentState.valueOf(row.get(PAYMENT.STATE)),
        row.get(PAYMENT.CODE_URL),
        row.get(PAYMENT.PROVIDER_TRANSACTION),
        row.get(PAYMENT.CREATED_AT),
        row.get(PAYMENT.EXPIRES_AT),
        row.get(PAYMENT.PAID_AT),
        row.get(PAYMENT.REFUSAL_REASON),
        row.get(PAYMENT.ROW_VERSION));
  }
}
