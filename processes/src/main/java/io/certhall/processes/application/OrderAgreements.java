package io.certhall.processes.application;

import static io.certhall.db.generated.Tables.ORDER_AGREEMENT;

import io.certhall.processes.order.OrderForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which agreements the applicant accepted, in which version and when. */
@Repository
class OrderAgreements {

  private final DSLContext dsl;

  OrderAgreements(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Codes accepted, with their versions. */
  Map<String, String> accepted(String orderNo) {
    return dsl.select(ORDER_AGREEMENT.CODE, ORDER_AGREEMENT.VERSION)
        .from(ORDER_AGREEMENT)
        .where(ORDER_AGREEMENT.ORDER_NO.eq(orderNo))
        .fetchMap(ORDER_AGREEMENT.CODE, ORDER_AGREEMENT.VERSION);
  }

  List<OrderForm.AgreementForm> list(String orderNo) {
    return dsl.selectFrom(ORDER_AGREEMENT)
        .where(ORDER_AGREEMENT.ORDER_NO.eq(orderNo))
        .orderBy(ORDER_AGREEMENT.CODE)
        .fetch(
            row ->
                new OrderForm.AgreementForm(row.getCode(), row.getVersion(), row.getAcceptedAt()));
  }

  /** The first acceptance of a version keeps its time. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void replace(String orderNo, List<OrderForm.AgreementForm> agreements, Instant now) {
    for (OrderForm.AgreementForm agreement : agreements) {
      Instant at =
          agreement.acceptedAt() == null || agreement.acceptedAt().isAfter(now)
              ? now
              : agreement.acceptedAt();
      dsl.insertInto(ORDER_AGREEMENT)
          .set(ORDER_AGREEMENT.ORDER_NO, orderNo)
          .set(ORDER_AGREEMENT.CODE, agreement.code())
          .set(ORDER_AGREEMENT.VERSION, agreement.version())
          .set(ORDER_AGREEMENT.ACCEPTED_AT, at)
          .onDuplicateKeyUpdate()
          .set(ORDER_AGREEMENT.VERSION, agreement.version())
          .execute();
    }
  }
}
