package io.certhall.processes.certificate;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.SEAL;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;

import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.search.CodeColumn;
import io.certhall.processes.security.Actor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Certificates: a holder's own, or for staff all. */
@Component
public class CertificateQuery {

  private final DSLContext dsl;

  CertificateQuery(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** What a list shows; null means any. */
  public record Filter(
      @Nullable String hall,
      @Nullable String orderNo,
      @Nullable String state,
      @Nullable String keyUsage,
      @Nullable String text) {

    public static final Filter ALL = new Filter(null, null, null, null, null);

    /** One row per pair. */
    public static final Filter SIGNING = new Filter(null, null, null, "SIGNING", null);
  }

  /** A page by serial number; {@code after} is the last serial of the page before. */
  public List<CertificateRow> page(Actor actor, Filter filter, @Nullable String after, int limit) {
    return dsl.select(
            CERTIFICATE.SERIAL,
            CERTIFICATE.PAIR_SERIAL,
            CERTIFICATE.KEY_USAGE,
            CERTIFICATE.HALL,
            CERTIFICATE.ORDER_NO,
            CERTIFICATE.ITEM_SEQ,
            CERTIFICATE.TYPE,
            CERTIFICATE.ACCOUNT_ID,
            CERTIFICATE.COMMON_NAME,
            CERTIFICATE.SUBJECT,
            CERTIFICATE.ISSUER,
            CERTIFICATE.YEARS,
            CERTIFICATE.NOT_BEFORE,
            CERTIFICATE.NOT_AFTER,
            CERTIFICATE.STATE,
            CERTIFICATE.MEDIUM_SERIAL,
            CERTIFICATE.ISSUED_AT,
            CERTIFICATE.HOLDER,
            CERTIFICATE.SECONDARY_LOCK,
            CERTIFICATE.SUPERSEDED_BY)
        .from(CERTIFICATE)
        .where(visible(actor), matching(filter))
        .and(after == null ? noCondition() : CERTIFICATE.SERIAL.gt(after))
        .orderBy(CERTIFICATE.SERIAL)
        .limit(Math.clamp(limit, 1, 200))
        .fetch(CertificateQuery::toRow);
  }

  /**
   * @throws Refusal NOT_FOUND also for what is not the actor's
   */
  public CertificateRow get(Actor actor, String serial) {
    return dsl.selectFrom(CERTIFICATE)
        .where(CERTIFICATE.SERIAL.eq(serial.toUpperCase(Locale.ROOT)), visible(actor))
        .fetchOptional(CertificateQuery::toRow)
        .orElseThrow(() -> Refusal.notFound("CERTIFICATE_UNKNOWN", serial));
  }

  /** PEM text of one certificate. */
  public String pem(Actor actor, String serial) {
    String known = get(actor, serial).serial();
    byte[] der =
        dsl.select(CERTIFICATE.DER)
            .from(CERTIFICATE)
            .where(CERTIFICATE.SERIAL.eq(known))
            .fetchSingle()
            .value1();
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
  }

  /** Names of the seals bound to a signing certificate. */
  public List<String> seals(String serial) {
    return dsl.select(SEAL.NAME)
        .from(SEAL)
        .where(SEAL.CERTIFICATE_SERIAL.eq(serial))
        .orderBy(SEAL.ID)
        .fetch(SEAL.NAME);
  }

  private static Condition visible(Actor actor) {
    return actor.readsCases() || actor.isSystem()
        ? trueCondition()
        : CERTIFICATE.ACCOUNT_ID.eq(actor.accountId());
  }

  private static Condition matching(Filter filter) {
    Condition condition = noCondition();
    if (filter.hall() != null) {
      condition = condition.and(CERTIFICATE.HALL.eq(filter.hall()));
    }
    if (filter.orderNo() != null) {
      condition = condition.and(CERTIFICATE.ORDER_NO.eq(filter.orderNo()));
    }
    if (filter.state() != null) {
      condition = condition.and(CERTIFICATE.STATE.eq(filter.state()));
    }
    if (filter.keyUsage() != null) {
      condition = condition.and(CERTIFICATE.KEY_USAGE.eq(filter.keyUsage()));
    }
    if (filter.text() != null && !filter.text().isBlank()) {
      String text = filter.text().strip();
      condition =
          condition.and(
              CERTIFICATE
                  .COMMON_NAME
                  .contains(text)
                  .or(CodeColumn.startsWith(CERTIFICATE.SERIAL, text.toUpperCase(Locale.ROOT)))
                  .or(CodeColumn.startsWith(CERTIFICATE.MEDIUM_SERIAL, text)));
    }
    return condition;
  }

  private static CertificateRow toRow(Record row) {
    return new CertificateRow(
        row.get(CERTIFICATE.SERIAL),
        row.get(CERTIFICATE.PAIR_SERIAL),
        row.get(CERTIFICATE.KEY_USAGE),
        row.get(CERTIFICATE.HALL),
        row.get(CERTIFICATE.ORDER_NO),
        row.get(CERTIFICATE.ITEM_SEQ),
        CertificateType.valueOf(row.get(CERTIFICATE.TYPE)),
        row.get(CERTIFICATE.ACCOUNT_ID),
        row.get(CERTIFICATE.COMMON_NAME),
        row.get(CERTIFICATE.SUBJECT),
        row.get(CERTIFICATE.ISSUER),
        row.get(CERTIFICATE.YEARS),
        row.get(CERTIFICATE.NOT_BEFORE),
        row.get(CERTIFICATE.NOT_AFTER),
        row.get(CERTIFICATE.STATE),
        row.get(CERTIFICATE.MEDIUM_SERIAL),
        row.get(CERTIFICATE.ISSUED_AT),
        Holder.valueOf(row.get(CERTIFICATE.HOLDER)),
        row.get(CERTIFICATE.SECONDARY_LOCK),
        row.get(CERTIFICATE.SUPERSEDED_BY));
  }
}
