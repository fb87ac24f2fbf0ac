package io.certhall.processes.review;

import static io.certhall.db.generated.Tables.ORDER_REJECTION;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every reason of every rejection of an order, by round. */
@Repository
public class Rejections {

  private final DSLContext dsl;

  Rejections(DSLContext dsl) {
    this.dsl = dsl;
  }

  public record Rejection(
      int round, String field, String code, String text, Instant decidedAt, String decidedBy) {}

  public List<Rejection> of(String orderNo) {
    return dsl.select(
            ORDER_REJECTION.ROUND,
            ORDER_REJECTION.FIELD,
            ORDER_REJECTION.CODE,
            ORDER_REJECTION.TEXT,
            ORDER_REJECTION.DECIDED_AT,
            ORDER_REJECTION.DECIDED_BY)
        .from(ORDER_REJECTION)
        .where(ORDER_REJECTION.ORDER_NO.eq(orderNo))
        .orderBy(ORDER_REJECTION.ROUND, ORDER_REJECTION.SEQ)
        .fetch(Records.mapping(Rejection::new));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(
      String orderNo, int round, List<ReviewDecision.Reason> reasons, Instant at, String by) {
    int seq = 1;
    for (ReviewDecision.Reason reason : reasons) {
      dsl.insertInto(ORDER_REJECTION)
          .set(ORDER_REJECTION.ORDER_NO, orderNo)
          .set(ORDER_REJECTION.ROUND, round)
          .set(ORDER_REJECTION.SEQ, seq++)
          .set(ORDER_REJECTION.FIELD, reason.field() == null ? "" : reason.field())
          .set(ORDER_REJECTION.CODE, reason.code() == null ? "OTHER" : reason.code())
          .set(ORDER_REJECTION.TEXT, reason.text().strip())
          .set(ORDER_REJECTION.DECIDED_AT, at)
          .set(ORDER_REJECTION.DECIDED_BY, by)
          .execute();
    }
  }
}
