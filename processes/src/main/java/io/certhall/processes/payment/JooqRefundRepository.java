package io.certhall.processes.payment;

import static io.certhall.db.generated.Tables.PAYMENT;
import static io.certhall.db.generated.Tables.REFUND;

import io.certhall.processes.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of refunds. */
@Repository
class JooqRefundRepository {

  /** Not yet settled with the provider. */
  private static final List<String> WITH_PROVIDER =
      List.of(RefundState.REQUESTED.name(), RefundState.PROCESSING.name());

  private final DSLContext dsl;

  JooqRefundRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Refund> find(String refundNo) {
    return select(REFUND.REFUND_NO.eq(refundNo)).stream().findFirst();
  }

  List<Refund> of(String orderNo) {
    return select(REFUND.ORDER_NO.eq(orderNo));
  }

  /** Newest first; the numbers begin with the time. */
  List<Refund> page(Condition which, @Nullable String after, int limit) {
    return dsl.select(columns())
        .from(REFUND)
        .join(PAYMENT)
        .on(PAYMENT.PAYMENT_NO.eq(REFUND.PAYMENT_NO))
        .where(after == null ? which : which.and(REFUND.REFUND_NO.lt(after)))
        .orderBy(REFUND.REFUND_NO.desc())
        .limit(limit)
        .fetch(JooqRefundRepository::toRefund);
  }

  int count(Condition which) {
    return dsl.fetchCount(
        dsl.select(REFUND.REFUND_NO)
            .from(REFUND)
            .join(PAYMENT)
            .on(PAYMENT.PAYMENT_NO.eq(REFUND.PAYMENT_NO))
            .where(which));
  }

  private List<Refund> select(Condition which) {
    return dsl.select(columns())
        .from(REFUND)
        .join(PAYMENT)
        .on(PAYMENT.PAYMENT_NO.eq(REFUND.PAYMENT_NO))
        .where(which)
        .orderBy(REFUND.REQUESTED_AT, REFUND.REFUND_NO)
        .fetch(JooqRefundRepository::toRefund);
  }

  private static List<org.jooq.Field<?>> columns() {
    List<org.jooq.Field<?>> columns = new ArrayList<>(List.of(REFUND.fields()));
    columns.add(PAYMENT.HALL);
    columns.add(PAYMENT.METHOD);
    return columns;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(Refund refund) {
    dsl.insertInto(REFUND)
        .set(REFUND.REFUND_NO, refund.refundNo())
        .set(REFUND.PAYMENT_NO, refund.paymentNo())
        .set(REFUND.ORDER_NO, refund.orderNo())
        .set(REFUND.AMOUNT_FEN, refund.amountFen())
        .set(REFUND.REASON, refund.reason())
        .set(REFUND.STATE, refund.state().name())
        .set(REFUND.NEXT_ATTEMPT_AT, refund.requestedAt())
        .set(REFUND.REQUESTED_AT, refund.requestedAt())
        .set(REFUND.REQUESTED_BY, refund.requestedBy())
        .execute();
  }

  /** Those whose time has come; nobody else takes them before {@code again}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Refund> take(Instant now, Instant again, int limit) {
    List<String> due =
        dsl.select(REFUND.REFUND_NO)
            .from(REFUND)
            .where(REFUND.STATE.in(WITH_PROVIDER), REFUND.NEXT_ATTEMPT_AT.le(now))
            .orderBy(REFUND.NEXT_ATTEMPT_AT)
            .limit(limit)
            .forUpdate()
            .skipLocked()
            .fetch(REFUND.REFUND_NO);
    if (due.isEmpty()) {
      return List.of();
    }
    dsl.update(REFUND)
        .set(REFUND.NEXT_ATTEMPT_AT, again)
        .set(REFUND.ATTEMPTS, REFUND.ATTEMPTS.plus(1))
        .where(REFUND.REFUND_NO.in(due))
        .execute();
    return select(REFUND.REFUND_NO.in(due));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void faulty(String refundNo, String error, Instant again) {
    dsl.update(REFUND)
        .set(REFUND.LAST_ERROR, error.length() <= 1000 ? error : error.substring(0, 1000))
        .set(REFUND.NEXT_ATTEMPT_AT, again)
        .where(REFUND.REFUND_NO.eq(refundNo), REFUND.STATE.in(WITH_PROVIDER))
        .execute();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void underWay(
      String refundNo, RefundState state, @Nullable String providerRefund, @Nullable String error) {
    dsl.update(REFUND)
        .set(REFUND.STATE, state.name())
        .set(REFUND.PROVIDER_REFUND, providerRefund)
        .set(REFUND.LAST_ERROR, error)
        .where(REFUND.REFUND_NO.eq(refundNo), REFUND.STATE.in(WITH_PROVIDER))
        .execute();
  }

  /**
   * @return false when it was settled before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean refunded(String refundNo, @Nullable String providerRefund, Instant at) {
    return dsl.update(REFUND)
            .set(REFUND.STATE, RefundState.REFUNDED.name())
            .set(REFUND.PROVIDER_REFUND, providerRefund)
            .set(REFUND.COMPLETED_AT, at)
            .setNull(REFUND.LAST_ERROR)
            .where(REFUND.REFUND_NO.eq(refundNo), REFUND.STATE.in(WITH_PROVIDER))
            .execute()
        == 1;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void transferred(Refund refund, String reference, long confirmedBy, Instant at) {
    changed(
        dsl.update(REFUND)
            .set(REFUND.STATE, RefundState.REFUNDED.name())
            .set(REFUND.BANK_REFERENCE, reference)
            .set(REFUND.CONFIRMED_BY, confirmedBy)
            .set(REFUND.COMPLETED_AT, at)
            .set(REFUND.ROW_VERSION, refund.version() + 1)
            .where(same(refund))
            .execute());
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void replaced(Refund refund, String by) {
    changed(
        dsl.update(REFUND)
            .set(REFUND.STATE, RefundState.REPLACED.name())
            .set(REFUND.REPLACED_BY, by)
            .set(REFUND.ROW_VERSION, refund.version() + 1)
            .where(same(refund))
            .execute());
  }

  /** It is tried at the next run of the schedule. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hurry(Refund refund, Instant now) {
    changed(
        dsl.update(REFUND)
            .set(REFUND.NEXT_ATTEMPT_AT, now)
            .set(REFUND.ROW_VERSION, refund.version() + 1)
            .where(same(refund), REFUND.STATE.in(WITH_PROVIDER))
            .execute());
  }

  private static Condition same(Refund refund) {
    return REFUND
        .REFUND_NO
        .eq(refund.refundNo())
        .and(REFUND.ROW_VERSION.eq(refund.version()))
        .and(REFUND.STATE.eq(refund.state().name()));
  }

  private static void changed(int rows) {
    if (rows != 1) {
      throw Refusal.conflict("STALE_VERSION");
    }
  }

  private static Refund toRefund(Record row) {
    return new Refund(
        row.get(REFUND.REFUND_NO),
        row.get(REFUND.PAYMENT_NO),
        row.get(REFUND.ORDER_NO),
        row.get(PAYMENT.HALL),
        PaymentMethod.valueOf(row.get(PAYMENT.METHOD)),
        row.get(REFUND.AMOUNT_FEN),
        row.get(REFUND.REASON),
        RefundState.valueOf(row.get(REFUND.STATE)),
        row.get(REFUND.ATTEMPTS),
        row.get(REFUND.REQUESTED_AT),
        row.get(REFUND.COMPLETED_AT),
        row.get(REFUND.LAST_ERROR),
        row.get(REFUND.REQUESTED_BY),
        row.get(REFUND.BANK_REFERENCE),
        row.get(REFUND.REPLACED_BY),
        row.get(REFUND.ROW_VERSION));
  }
}
