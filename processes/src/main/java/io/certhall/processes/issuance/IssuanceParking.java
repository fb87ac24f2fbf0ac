package io.certhall.processes.issuance;

import static io.certhall.db.generated.Tables.CERTIFICATE_ORDER;
import static io.certhall.db.generated.Tables.ISSUANCE;

import io.certhall.db.generated.tables.Issuance;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes reservations with an uncertain outcome out of the workers' hands. What step 4 stores and
 * what is parked are decided by the same update of {@code issuance}: never both.
 */
@Service
@EnableConfigurationProperties(IssuanceSettings.class)
public class IssuanceParking {

  private static final int LONGEST = 1000;

  private final DSLContext dsl;
  private final AuditLog audit;
  private final IssuanceSettings settings;
  private final Clock clock;

  IssuanceParking(DSLContext dsl, AuditLog audit, IssuanceSettings settings, Clock clock) {
    this.dsl = dsl;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  private record Row(String orderNo, int itemSeq, String signingSerial, String hall) {}

  /** What was reserved can't be signed as it was reserved (steps 2 and 3). */
  @Transactional
  public void park(String orderNo, String signingSerial, String reason) {
    park(ISSUANCE.ORDER_NO.eq(orderNo).and(ISSUANCE.SIGNING_SERIAL.eq(signingSerial)), reason);
  }

  /**
   * Step 4 failed with the signatures at hand. The first time it is repeated, then parked.
   *
   * @return whether the reservations are parked now
   */
  @Transactional
  public boolean failedAfterSigning(String orderNo, List<String> signingSerials, String reason) {
    Condition these =
        ISSUANCE.ORDER_NO.eq(orderNo).and(ISSUANCE.SIGNING_SERIAL.in(signingSerials)).and(open());
    dsl.update(ISSUANCE)
        .set(ISSUANCE.ATTEMPTS, ISSUANCE.ATTEMPTS.plus(1))
        .set(ISSUANCE.SIGNED_AT, DSL.coalesce(ISSUANCE.SIGNED_AT, clock.instant()))
        .set(ISSUANCE.PARKED_REASON, shortened(reason))
        .where(these)
        .execute();
    return park(these.and(ISSUANCE.ATTEMPTS.ge(settings.attempts())), reason) > 0;
  }

  /**
   * Reservations nobody has finished for long; called by the schedule.
   *
   * @return how many were parked
   */
  @Transactional
  public int parkOverdue(int limit) {
    Instant before = clock.instant().minus(settings.parkAfter());
    Issuance other = ISSUANCE.as("other");
    List<String> serials =
        dsl.select(ISSUANCE.SIGNING_SERIAL)
            .from(ISSUANCE)
            .where(
                open(),
                ISSUANCE.RESERVED_AT.lt(before),
                DSL.or(ISSUANCE.RELEASED_AT.isNull(), ISSUANCE.RELEASED_AT.lt(before)),
                // One of the order is parked already: the others wait with it.
                DSL.notExists(
                    DSL.selectOne()
                        .from(other)
                        .where(
                            other.ORDER_NO.eq(ISSUANCE.ORDER_NO),
                            other.STATE.eq(IssuanceState.PARKED.name()))))
            .orderBy(ISSUANCE.RESERVED_AT)
            .limit(limit)
            .fetch(ISSUANCE.SIGNING_SERIAL);
    return serials.isEmpty()
        ? 0
        : park(
            ISSUANCE.SIGNING_SERIAL.in(serials),
            "not finished within " + settings.parkAfter().toMinutes() + " min");
  }

  private int park(Condition which, String reason) {
    List<Row> rows =
        dsl.select(
                ISSUANCE.ORDER_NO,
                ISSUANCE.ITEM_SEQ,
                ISSUANCE.SIGNING_SERIAL,
                CERTIFICATE_ORDER.HALL)
            .from(ISSUANCE)
            .join(CERTIFICATE_ORDER)
            .on(CERTIFICATE_ORDER.ORDER_NO.eq(ISSUANCE.ORDER_NO))
            .where(which, open())
            .fetch(Records.mapping(Row::new));
    rows.removeIf(row -> !parked(row, reason));
    for (Row row : rows) {
      audit.record(
          Actor.SYSTEM,
          "issuance.parked",
          "order",
          row.orderNo(),
          row.hall(),
          "item " + row.itemSeq() + ", serial " + row.signingSerial());
    }
    return rows.size();
  }

  private boolean parked(Row row, String reason) {
    return dsl.update(ISSUANCE)
            .set(ISSUANCE.STATE, IssuanceState.PARKED.name())
            .set(ISSUANCE.PARKED_AT, clock.instant())
            .set(ISSUANCE.PARKED_REASON, shortened(reason))
            .where(ISSUANCE.SIGNING_SERIAL.eq(row.signingSerial()), open())
            .execute()
        == 1;
  }

  private static Condition open() {
    return ISSUANCE.STATE.eq(IssuanceState.RESERVED.name());
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
  }
}
