package io.certhall.processes.payment;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static org.jooq.impl.DSL.noCondition;

import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an applicant has paid or has to pay, newest first (支付订单, GS-71). */
@Component
public class PaymentOrderQuery {

  private final DSLContext dsl;

  PaymentOrderQuery(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * One order that costs something.
   *
   * @param title of the invoice, else the applicant's name
   */
  public record Row(
      String orderNo,
      String hall,
      String title,
      Service service,
      long totalFen,
      long paidFen,
      Instant createdAt,
      OrderState state,
      PayStatus payStatus) {

    public boolean isPayable() {
      return state == OrderState.PAYMENT_PENDING && totalFen > paidFen;
    }
  }

  /**
   * @param status null means any
   */
  public List<Row> page(Actor actor, @Nullable PayStatus status, int offset, int limit) {
    return dsl.select(
            CERTIFICATE_ORDER.ORDER_NO,
            CERTIFICATE_ORDER.HALL,
            org.jooq.impl.DSL.coalesce(
                CERTIFICATE_ORDER.INVOICE_TITLE, CERTIFICATE_ORDER.APPLICANT_NAME),
            CERTIFICATE_ORDER.SERVICE.convertFrom(Service::valueOf),
            CERTIFICATE_ORDER.TOTAL_FEN,
            CERTIFICATE_ORDER.PAID_FEN,
            CERTIFICATE_ORDER.CREATED_AT,
            CERTIFICATE_ORDER.STATE.convertFrom(OrderState::valueOf),
            CERTIFICATE_ORDER.PAY_STATUS.convertFrom(PayStatus::valueOf))
        .from(CERTIFICATE_ORDER)
        .where(costing(actor, status))
        .orderBy(CERTIFICATE_ORDER.CREATED_AT.desc(), CERTIFICATE_ORDER.ORDER_NO.desc())
        .limit(Math.clamp(limit, 1, 200))
        .offset(Math.max(0, offset))
        .fetch(Records.mapping(Row::new));
  }

  public int count(Actor actor, @Nullable PayStatus status) {
    return dsl.fetchCount(CERTIFICATE_ORDER, costing(actor, status));
  }

  private static Condition costing(Actor actor, @Nullable PayStatus status) {
    return CERTIFICATE_ORDER
        .ACCOUNT_ID
        .eq(actor.accountId())
        .and(CERTIFICATE_ORDER.REMOVED_AT.isNull())
        .and(CERTIFICATE_ORDER.SUBMITTED_AT.isNotNull())
        .and(CERTIFICATE_ORDER.PAY_STATUS.ne(PayStatus.FREE.name()))
        .and(status == null ? noCondition() : CERTIFICATE_ORDER.PAY_STATUS.eq(status.name()));
  }
}
