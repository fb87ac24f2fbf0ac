package io.certhall.processes.certificate;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.SEAL;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Component;

/** Signing certificates with their seals, as services work on them. */
@Component
class HeldCertificateQuery {

  private final DSLContext dsl;

  HeldCertificateQuery(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** By serial. */
  List<HeldCertificate> where(Condition... conditions) {
    ResultQuery<? extends Record> query =
        dsl.select(
                CERTIFICATE.SERIAL,
                CERTIFICATE.PAIR_SERIAL,
                CERTIFICATE.HALL,
                CERTIFICATE.ISSUER,
                CERTIFICATE.ORDER_NO,
                CERTIFICATE.ITEM_SEQ,
                CERTIFICATE.TYPE,
                CERTIFICATE.HOLDER,
                CERTIFICATE.ACCOUNT_ID,
                CERTIFICATE.ORGANISATION_ID,
                CERTIFICATE.PERSON_ID,
                CERTIFICATE.COMMON_NAME,
                CERTIFICATE.ORGANISATION_NAME,
                CERTIFICATE.YEARS,
                CERTIFICATE.NOT_AFTER,
                CERTIFICATE.STATE,
                CERTIFICATE.MEDIUM_SERIAL,
                CERTIFICATE.SECONDARY_LOCK)
            .from(CERTIFICATE)
            .where(conditions)
            .and(CERTIFICATE.KEY_USAGE.eq("SIGNING"))
            .orderBy(CERTIFICATE.SERIAL);
    List<? extends Record> rows = query.fetch();
    Map<String, List<String>> seals =
        rows.isEmpty()
            ? Map.of()
            : dsl.select(SEAL.CERTIFICATE_SERIAL, SEAL.CODE)
                .from(SEAL)
                .where(
                    SEAL.CERTIFICATE_SERIAL.in(
                        rows.stream().map(row -> row.get(CERTIFICATE.SERIAL)).toList()))
                .orderBy(SEAL.ID)
                .fetchGroups(SEAL.CERTIFICATE_SERIAL, SEAL.CODE);
    return rows.stream()
        .map(row -> toHeld(row, seals.getOrDefault(row.get(CERTIFICATE.SERIAL), List.of())))
        .toList();
  }

  private static HeldCertificate toHeld(Record row, List<String> seals) {
    return new HeldCertificate(
        row.get(CERTIFICATE.SERIAL),
        row.get(CERTIFICATE.PAIR_SERIAL),
        row.get(CERTIFICATE.HALL),
        row.get(CERTIFICATE.ISSUER),
        row.get(CERTIFICATE.ORDER_NO),
        row.get(CERTIFICATE.ITEM_SEQ),
        CertificateType.valueOf(row.get(CERTIFICATE.TYPE)),
        Holder.valueOf(row.get(CERTIFICATE.HOLDER)),
        row.get(CERTIFICATE.ACCOUNT_ID),
        row.get(CERTIFICATE.ORGANISATION_ID),
        row.get(CERTIFICATE.PERSON_ID),
        row.get(CERTIFICATE.COMMON_NAME),
        row.get(CERTIFICATE.ORGANISATION_NAME),
        row.get(CERTIFICATE.YEARS),
        row.get(CERTIFICATE.NOT_AFTER),
        CertificateState.valueOf(row.get(CERTIFICATE.STATE)),
        row.get(CERTIFICATE.MEDIUM_SERIAL),
        row.get(CERTIFICATE.SECONDARY_LOCK),
        List.copyOf(seals));
  }
}
