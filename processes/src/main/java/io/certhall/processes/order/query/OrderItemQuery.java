package io.certhall.processes.order.query;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.ORGANISATION;
import static io.certhall.db.generated.Tables.PERSON;
import static org.jooq.impl.DSL.noCondition;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.security.Actor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An applicant's certificates applied for, one row each, newest first (GS-97). */
@Component
public class OrderItemQuery {

  private static final String SIGNING = "SIGNING";

  private final DSLContext dsl;

  OrderItemQuery(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** What the list shows; null means any. */
  public record Filter(@Nullable CertificateType type, @Nullable Boolean done) {}

  /**
   * One certificate applied for.
   *
   * @param subject the person or the applicant it is for
   * @param issuedSerial the signing certificate, once issued
   */
  public record Row(
      String orderNo,
      int seq,
      String hall,
      Service service,
      OrderState state,
      CertificateType type,
      Instant createdAt,
      String subject,
      @Nullable String province,
      @Nullable String city,
      int seals,
      int years,
      ItemStatus status,
      @Nullable String issuedSerial) {}

  public List<Row> page(Actor actor, Filter filter, int offset, int limit) {
    return dsl.select(
            CERTIFICATE_ORDER.ORDER_NO,
            ORDER_ITEM.SEQ,
            CERTIFICATE_ORDER.HALL,
            CERTIFICATE_ORDER.SERVICE.convertFrom(Service::valueOf),
            CERTIFICATE_ORDER.STATE.convertFrom(OrderState::valueOf),
            ORDER_ITEM.TYPE.convertFrom(CertificateType::valueOf),
            CERTIFICATE_ORDER.CREATED_AT,
            org.jooq.impl.DSL.coalesce(PERSON.NAME, CERTIFICATE_ORDER.APPLICANT_NAME),
            ORGANISATION.PROVINCE,
            ORGANISATION.CITY,
            ORDER_ITEM.SEALS.convertFrom(OrderItemQuery::count),
            ORDER_ITEM.YEARS,
            ORDER_ITEM.STATUS.convertFrom(ItemStatus::valueOf),
            CERTIFICATE.SERIAL)
        .from(ORDER_ITEM)
        .join(CERTIFICATE_ORDER)
        .on(CERTIFICATE_ORDER.ORDER_NO.eq(ORDER_ITEM.ORDER_NO))
        .leftJoin(ORGANISATION)
        .on(ORGANISATION.ID.eq(CERTIFICATE_ORDER.ORGANISATION_ID))
        .leftJoin(PERSON)
        .on(PERSON.ID.eq(ORDER_ITEM.PERSON_ID))
        .leftJoin(CERTIFICATE)
        .on(CERTIFICATE.ORDER_NO.eq(ORDER_ITEM.ORDER_NO))
        .and(CERTIFICATE.ITEM_SEQ.eq(ORDER_ITEM.SEQ))
        .and(CERTIFICATE.KEY_USAGE.eq(SIGNING))
        .where(own(actor), matching(filter))
        .orderBy(
            CERTIFICATE_ORDER.CREATED_AT.desc(), CERTIFICATE_ORDER.ORDER_NO.desc(), ORDER_ITEM.SEQ)
        .limit(Math.clamp(limit, 1, 200))
        .offset(Math.max(0, offset))
        .fetch(Records.mapping(Row::new));
  }

  public int count(Actor actor, Filter filter) {
    return dsl.fetchCount(
        dsl.select(ORDER_ITEM.SEQ)
            .from(ORDER_ITEM)
            .join(CERTIFICATE_ORDER)
            .on(CERTIFICATE_ORDER.ORDER_NO.eq(ORDER_ITEM.ORDER_NO))
            .where(own(actor), matching(filter)));
  }

  private static int count(String seals) {
    return (int) Arrays.stream(seals.split(",")).filter(seal -> !seal.isBlank()).count();
  }

  private static Condition own(Actor actor) {
    return CERTIFICATE_ORDER
        .REMOVED_AT
        .isNull()
        .and(CERTIFICATE_ORDER.ACCOUNT_ID.eq(actor.accountId()));
  }

  private static Condition matching(Filter filter) {
    Condition condition = noCondition();
    if (filter.type() != null) {
      condition = condition.and(ORDER_ITEM.TYPE.eq(filter.type().name()));
    }
    if (filter.done() != null) {
      condition =
          condition.and(
              filter.done()
                  ? ORDER_ITEM.STATUS.eq(ItemStatus.DONE.name())
                  : ORDER_ITEM.STATUS.ne(ItemStatus.DONE.name()));
    }
    return condition;
  }
}
