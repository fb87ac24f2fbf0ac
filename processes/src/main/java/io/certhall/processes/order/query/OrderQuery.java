package io.certhall.processes.order.query;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import io.certhall.processes.order.DeliveryStatus;
import io.certhall.processes.order.InvoiceStatus;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.order.ReviewStatus;
import io.certhall.processes.order.Service;
import io.certhall.processes.search.CodeColumn;
import io.certhall.processes.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Order lists, newest first: an applicant's own, or for staff all that were submitted. */
@Component
public class OrderQuery {

  private final DSLContext dsl;

  OrderQuery(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * A page of the list.
   *
   * @param after last order number of the page before; null for the first page
   * @param limit 1 to 200
   */
  public List<OrderRow> page(Actor actor, OrderFilter filter, @Nullable String after, int limit) {
    return rows(visible(actor).and(matching(filter)).and(olderThan(after)), 0, limit);
  }

  /**
   * A page by its place, for short lists with numbered pages.
   *
   * @param offset rows before it
   * @param limit 1 to 200
   */
  public List<OrderRow> page(Actor actor, OrderFilter filter, int offset, int limit) {
    return rows(visible(actor).and(matching(filter)), offset, limit);
  }

  private List<OrderRow> rows(Condition condition, int offset, int limit) {
    return dsl.select(
            CERTIFICATE_ORDER.ORDER_NO,
            CERTIFICATE_ORDER.HALL,
            CERTIFICATE_ORDER.SERVICE,
            CERTIFICATE_ORDER.APPLICANT_NAME,
            CERTIFICATE_ORDER.STATE,
            CERTIFICATE_ORDER.PAY_STATUS,
            CERTIFICATE_ORDER.REVIEW_STATUS,
            CERTIFICATE_ORDER.DELIVERY_STATUS,
            CERTIFICATE_ORDER.INVOICE_STATUS,
            CERTIFICATE_ORDER.TOTAL_FEN,
            CERTIFICATE_ORDER.INVOICE_TITLE,
            CERTIFICATE_ORDER.CREATED_AT,
            CERTIFICATE_ORDER.STATE_SINCE)
        .from(CERTIFICATE_ORDER)
        .where(condition)
        .orderBy(CERTIFICATE_ORDER.CREATED_AT.desc(), CERTIFICATE_ORDER.ORDER_NO.desc())
        .limit(Math.clamp(limit, 1, 200))
        .offset(Math.max(0, offset))
        .fetch(
            row ->
                new OrderRow(
                    row.value1(),
                    row.value2(),
                    Service.valueOf(row.value3()),
                    row.value4(),
                    OrderState.valueOf(row.value5()),
                    PayStatus.valueOf(row.value6()),
                    ReviewStatus.valueOf(row.value7()),
                    DeliveryStatus.valueOf(row.value8()),
                    InvoiceStatus.valueOf(row.value9()),
                    row.value10(),
                    row.value11(),
                    row.value12(),
                    row.value13()));
  }

  /** Numbers of halls with a prefix do not sort by time, so the time of creation decides. */
  private Condition olderThan(@Nullable String after) {
    if (after == null) {
      return noCondition();
    }
    Instant created =
        dsl.select(CERTIFICATE_ORDER.CREATED_AT)
            .from(CERTIFICATE_ORDER)
            .where(CERTIFICATE_ORDER.ORDER_NO.eq(after))
            .fetchOne(CERTIFICATE_ORDER.CREATED_AT);
    return created == null
        ? falseCondition()
        : CERTIFICATE_ORDER
            .CREATED_AT
            .le(created)
            .and(CERTIFICATE_ORDER.CREATED_AT.lt(created).or(CERTIFICATE_ORDER.ORDER_NO.lt(after)));
  }

  public int count(Actor actor, OrderFilter filter) {
    return dsl.fetchCount(CERTIFICATE_ORDER, visible(actor).and(matching(filter)));
  }

  /** How many orders are in each state, for the home page. */
  public Map<OrderState, Integer> perState(Actor actor) {
    return dsl.select(CERTIFICATE_ORDER.STATE, DSL.count())
        .from(CERTIFICATE_ORDER)
        .where(visible(actor))
        .groupBy(CERTIFICATE_ORDER.STATE)
        .fetchMap(row -> OrderState.valueOf(row.value1()), row -> row.value2());
  }

  private static Condition visible(Actor actor) {
    Condition there = CERTIFICATE_ORDER.REMOVED_AT.isNull();
    return actor.readsCases()
        ? there.and(CERTIFICATE_ORDER.SUBMITTED_AT.isNotNull())
        : there.and(CERTIFICATE_ORDER.ACCOUNT_ID.eq(actor.accountId()));
  }

  private static Condition matching(OrderFilter filter) {
    Condition condition = noCondition();
    if (filter.hall() != null) {
      condition = condition.and(CERTIFICATE_ORDER.HALL.eq(filter.hall()));
    }
    if (filter.service() != null) {
      condition = condition.and(CERTIFICATE_ORDER.SERVICE.eq(filter.service().name()));
    }
    if (!filter.states().isEmpty()) {
      condition =
          condition.and(
              CERTIFICATE_ORDER.STATE.in(filter.states().stream().map(Enum::name).toList()));
    }
    if (filter.payStatus() != null) {
      condition = condition.and(CERTIFICATE_ORDER.PAY_STATUS.eq(filter.payStatus().name()));
    }
    if (filter.text() != null && !filter.text().isBlank()) {
      String text = filter.text().strip();
      condition =
          condition.and(
              CodeColumn.startsWith(CERTIFICATE_ORDER.ORDER_NO, text)
                  .or(CERTIFICATE_ORDER.APPLICANT_NAME.contains(text)));
    }
    if (filter.from() != null) {
      condition = condition.and(CERTIFICATE_ORDER.CREATED_AT.ge(filter.from()));
    }
    if (filter.before() != null) {
      condition = condition.and(CERTIFICATE_ORDER.CREATED_AT.lt(filter.before()));
    }
    return condition;
  }
}
