package io.certhall.processes.application;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ORDER_ITEM;
import static io.certhall.db.generated.Tables.ORGANISATION;
import static io.certhall.db.generated.Tables.ORGANISATION_APPROVAL;
import static io.certhall.db.generated.Tables.PERSON;
import static org.jooq.impl.DSL.count;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rules of an order need to know about the applicant. */
@Component
class ApplicantFacts {

  /** Certificates that count against "one per organisation" and "one per person" (G-05). */
  private static final List<String> LIVE = List.of("NORMAL", "LOCKED", "SUSPENDED");

  private static final List<String> NOT_UNDER_WAY =
      List.of(
          OrderState.DRAFT.name(),
          OrderState.COMPLETED.name(),
          OrderState.CANCELLED.name(),
          OrderState.CLOSED.name());

  private final DSLContext dsl;
  private final Clock clock;

  ApplicantFacts(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** The applicant's organisation as far as an order needs it. */
  record Applicant(long organisationId, String name, boolean approved) {}

  Optional<Applicant> applicant(long accountId, String hall) {
    return dsl.select(ORGANISATION.ID, ORGANISATION.NAME, ORGANISATION_APPROVAL.STATE)
        .from(ORGANISATION)
        .leftJoin(ORGANISATION_APPROVAL)
        .on(
            ORGANISATION_APPROVAL.ORGANISATION_ID.eq(ORGANISATION.ID),
            ORGANISATION_APPROVAL.HALL.eq(hall))
        .where(ORGANISATION.ACCOUNT_ID.eq(accountId))
        .fetchOptional(
            row -> new Applicant(row.value1(), row.value2(), "APPROVED".equals(row.value3())));
  }

  /** Names of those of the persons that belong to the organisation. */
  Map<Long, String> persons(long organisationId, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return dsl.select(PERSON.ID, PERSON.NAME)
        .from(PERSON)
        .where(
            PERSON.ORGANISATION_ID.eq(organisationId),
            PERSON.ID.in(ids),
            PERSON.REMOVED_AT.isNull())
        .fetchMap(PERSON.ID, PERSON.NAME);
  }

  /** What a certificate is for: a type, and a person where the type names one (else 0). */
  record Subject(CertificateType type, long personId) {}

  /**
   * Live certificates and applications under way, by subject, without the order itself: of the
   * organisation, or of the account itself where it applies as a person.
   */
  Map<Subject, Integer> taken(
      long accountId, @Nullable Long organisationId, String hall, String orderNo) {
    Map<Subject, Integer> taken = new HashMap<>();
    dsl.select(CERTIFICATE.TYPE, CERTIFICATE.PERSON_ID, count())
        .from(CERTIFICATE)
        .where(
            organisationId == null
                ? CERTIFICATE
                    .ACCOUNT_ID
                    .eq(accountId)
                    .and(CERTIFICATE.HOLDER.eq(Holder.PERSON.name()))
                : CERTIFICATE.ORGANISATION_ID.eq(organisationId),
            CERTIFICATE.HALL.eq(hall),
            CERTIFICATE.KEY_USAGE.eq("SIGNING"),
            CERTIFICATE.STATE.in(LIVE),
            CERTIFICATE.NOT_AFTER.gt(clock.instant()))
        .groupBy(CERTIFICATE.TYPE, CERTIFICATE.PERSON_ID)
        .unionAll(
            dsl.select(ORDER_ITEM.TYPE, ORDER_ITEM.PERSON_ID, count())
                .from(ORDER_ITEM)
                .join(CERTIFICATE_ORDER)
                .on(CERTIFICATE_ORDER.ORDER_NO.eq(ORDER_ITEM.ORDER_NO))
                .where(
                    organisationId == null
                        ? CERTIFICATE_ORDER
                            .ACCOUNT_ID
                            .eq(accountId)
                            .and(CERTIFICATE_ORDER.HOLDER.eq(Holder.PERSON.name()))
                        : CERTIFICATE_ORDER.ORGANISATION_ID.eq(organisationId),
                    CERTIFICATE_ORDER.HALL.eq(hall),
                    CERTIFICATE_ORDER.SERVICE.eq(Service.NEW.name()),
                    CERTIFICATE_ORDER.STATE.notIn(NOT_UNDER_WAY),
                    CERTIFICATE_ORDER.REMOVED_AT.isNull(),
                    CERTIFICATE_ORDER.ORDER_NO.ne(orderNo),
                    ORDER_ITEM.STATUS.ne(ItemStatus.DONE.name()))
                .groupBy(ORDER_ITEM.TYPE, ORDER_ITEM.PERSON_ID))
        .forEach(row -> add(taken, row.value1(), row.value2(), row.value3()));
    return taken;
  }

  /** Whether the unit has its main lock in this hall, or has applied for one. */
  boolean hasMainLock(long accountId, String hall, String orderNo) {
    return dsl.fetchExists(
            dsl.selectOne()
                .from(CERTIFICATE)
                .where(
                    CERTIFICATE.ACCOUNT_ID.eq(accountId),
                    CERTIFICATE.HOLDER.eq(Holder.ORGANISATION.name()),
                    CERTIFICATE.HALL.eq(hall),
                    CERTIFICATE.KEY_USAGE.eq("SIGNING"),
                    CERTIFICATE.STATE.in(LIVE),
                    CERTIFICATE.SECONDARY_LOCK.isFalse(),
                    CERTIFICATE.NOT_AFTER.gt(clock.instant())))
        || dsl.fetchExists(
            dsl.selectOne()
                .from(ORDER_ITEM)
                .join(CERTIFICATE_ORDER)
                .on(CERTIFICATE_ORDER.ORDER_NO.eq(ORDER_ITEM.ORDER_NO))
                .where(
                    CERTIFICATE_ORDER.ACCOUNT_ID.eq(accountId),
                    CERTIFICATE_ORDER.HOLDER.eq(Holder.ORGANISATION.name()),
                    CERTIFICATE_ORDER.HALL.eq(hall),
                    CERTIFICATE_ORDER.SERVICE.eq(Service.NEW.name()),
                    CERTIFICATE_ORDER.STATE.notIn(NOT_UNDER_WAY),
                    CERTIFICATE_ORDER.REMOVED_AT.isNull(),
                    CERTIFICATE_ORDER.ORDER_NO.ne(orderNo),
                    ORDER_ITEM.SECONDARY_LOCK.isFalse(),
                    ORDER_ITEM.STATUS.ne(ItemStatus.DONE.name())));
  }

  /** Those of the certificates that an open order of this service works on, except the order. */
  List<String> inOpenOrders(Service service, Collection<String> serials, String orderNo) {
    return dsl.selectDistinct(ORDER_ITEM.CERTIFICATE_SERIAL)
        .from(ORDER_ITEM)
        .join(CERTIFICATE_ORDER)
        .on(CERTIFICATE_ORDER.ORDER_NO.eq(ORDER_ITEM.ORDER_NO))
        .where(
            ORDER_ITEM.CERTIFICATE_SERIAL.in(serials),
            CERTIFICATE_ORDER.SERVICE.eq(service.name()),
            CERTIFICATE_ORDER.STATE.notIn(NOT_UNDER_WAY),
            CERTIFICATE_ORDER.REMOVED_AT.isNull(),
            CERTIFICATE_ORDER.ORDER_NO.ne(orderNo))
        .fetch(ORDER_ITEM.CERTIFICATE_SERIAL);
  }

  private static void add(Map<Subject, Integer> taken, String type, Long person, int number) {
    taken.merge(
        new Subject(CertificateType.valueOf(type), person == null ? 0 : person),
        number,
        Integer::sum);
  }
}
