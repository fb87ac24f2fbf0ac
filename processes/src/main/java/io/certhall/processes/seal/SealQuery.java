package io.certhall.processes.seal;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.SEAL;
import static io.certhall.db.generated.Tables.SEAL_CONTENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;

import io.certhall.db.generated.tables.records.SealContentRecord;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.certificate.CertificateState;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.privacy.PersonalData.Column;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals: a holder's own, or for staff all. */
@Component
public class SealQuery {

  private static final Field<String> ORDER_NO =
      coalesce(SEAL.ORDER_NO, CERTIFICATE.ORDER_NO).as("seal_order_no");
  private static final Field<Instant> VALID_FROM =
      coalesce(SEAL.VALID_FROM, CERTIFICATE.NOT_BEFORE).as("seal_valid_from");
  private static final Field<Instant> VALID_TO =
      coalesce(SEAL.VALID_TO, CERTIFICATE.NOT_AFTER).as("seal_valid_to");

  private final DSLContext dsl;
  private final PersonalData personalData;
  private final AuditLog audit;
  private final Clock clock;

  SealQuery(DSLContext dsl, PersonalData personalData, AuditLog audit, Clock clock) {
    this.dsl = dsl;
    this.personalData = personalData;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a list shows; null means any. */
  public record Filter(
      @Nullable String hall, @Nullable String orderNo, @Nullable String certificateSerial) {

    public static final Filter ALL = new Filter(null, null, null);
  }

  /** A page by number; {@code after} is the last number of the page before. */
  public List<HeldSeal> page(Actor actor, Filter filter, @Nullable Long after, int limit) {
    Instant now = clock.instant();
    return select(
            visible(actor)
                .and(matching(filter))
                .and(after == null ? noCondition() : SEAL.ID.gt(after)),
            Math.clamp(limit, 1, 500))
        .stream()
        .map(row -> toSeal(row, now))
        .toList();
  }

  /**
   * @throws Refusal NOT_FOUND also for what is not the actor's
   */
  public HeldSeal get(Actor actor, long id) {
    return select(visible(actor).and(SEAL.ID.eq(id)), 1).stream()
        .findFirst()
        .map(row -> toSeal(row, clock.instant()))
        .orElseThrow(() -> Refusal.notFound("SEAL_UNKNOWN", id));
  }

  /**
   * The signed structure: for the holder, and for the desk that writes it into the key; each look
   * of staff is on record.
   *
   * @throws Refusal NOT_FOUND, also when the seal has no structure; FORBIDDEN
   */
  @Transactional
  public byte[] der(Actor actor, long id) {
    return open(actor, id, SEAL_CONTENT.DER_ENC, Column.SEAL_DER);
  }

  /** The picture as PNG; as {@link #der}. */
  @Transactional
  public byte[] picture(Actor actor, long id) {
    return open(actor, id, SEAL_CONTENT.PICTURE_ENC, Column.SEAL_PICTURE);
  }

  private byte[] open(
      Actor actor, long id, TableField<SealContentRecord, byte[]> content, Column column) {
    HeldSeal seal = get(actor, id);
    String esId = seal.esId();
    if (esId == null) {
      throw Refusal.notFound("SEAL_NOT_MADE", seal.name());
    }
    if (seal.accountId() != actor.accountId() && !actor.isSystem()) {
      actor.require(Role.PRODUCER, Role.ADMIN);
      audit.record(
          actor, "seal.read", "seal", esId, seal.hall(), column + " " + seal.certificateSerial());
    }
    byte[] sealed =
        dsl.select(content)
            .from(SEAL_CONTENT)
            .where(SEAL_CONTENT.ES_ID.eq(esId))
            .fetchSingle()
            .value1();
    return personalData.decryptBytes(column, sealed);
  }

  private List<? extends Record> select(Condition condition, int limit) {
    return dsl.select(
            SEAL.ID,
            CERTIFICATE.HALL,
            ORDER_NO,
            CERTIFICATE.ACCOUNT_ID,
            SEAL.CERTIFICATE_SERIAL,
            CERTIFICATE.COMMON_NAME,
            SEAL.CODE,
            SEAL.NAME,
            SEAL.STATE,
            CERTIFICATE.STATE,
            SEAL.ES_ID,
            SEAL.FORMAT_VERSION,
            SEAL.WIDTH_MM,
            SEAL.HEIGHT_MM,
            SEAL.PICTURE_SOURCE,
            VALID_FROM,
            VALID_TO,
            SEAL.CREATED_AT)
        .from(SEAL)
        .join(CERTIFICATE)
        .on(CERTIFICATE.SERIAL.eq(SEAL.CERTIFICATE_SERIAL))
        .where(condition)
        .orderBy(SEAL.ID)
        .limit(limit)
        .fetch();
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
      condition = condition.and(ofOrder(filter.orderNo()));
    }
    if (filter.certificateSerial() != null) {
      condition = condition.and(SEAL.CERTIFICATE_SERIAL.eq(filter.certificateSerial()));
    }
    return condition;
  }

  private static Condition ofOrder(String orderNo) {
    return SEAL.ORDER_NO
        .eq(orderNo)
        .or(SEAL.ORDER_NO.isNull().and(CERTIFICATE.ORDER_NO.eq(orderNo)));
  }

  private static HeldSeal toSeal(Record row, Instant now) {
    boolean frozen = !row.get(SEAL.STATE).equals(SealRegister.NORMAL);
    Instant validTo = row.get(VALID_TO);
    String source = row.get(SEAL.PICTURE_SOURCE);
    return new HeldSeal(
        row.get(SEAL.ID),
        row.get(CERTIFICATE.HALL),
        row.get(ORDER_NO),
        row.get(CERTIFICATE.ACCOUNT_ID),
        row.get(SEAL.CERTIFICATE_SERIAL),
        row.get(CERTIFICATE.COMMON_NAME),
        row.get(SEAL.CODE),
        row.get(SEAL.NAME),
        SealState.of(frozen, CertificateState.valueOf(row.get(CERTIFICATE.STATE)), validTo, now),
        frozen,
        row.get(SEAL.ES_ID),
        row.get(SEAL.FORMAT_VERSION),
        row.get(SEAL.WIDTH_MM),
        row.get(SEAL.HEIGHT_MM),
        source == null ? null : SealPicture.Source.valueOf(source),
        row.get(VALID_FROM),
        validTo,
        row.get(SEAL.CREATED_AT));
  }
}
