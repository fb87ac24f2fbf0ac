package io.certhall.processes.certificate;

import static io.certhall.db.generated.Tables.CERTIFICATE_EVENT;

import io.certhall.processes.security.Actor;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of a certificate, in order; for its holder and for staff. */
@Component
public class CertificateHistory {

  private final DSLContext dsl;
  private final CertificateQuery certificates;

  CertificateHistory(DSLContext dsl, CertificateQuery certificates) {
    this.dsl = dsl;
    this.certificates = certificates;
  }

  /** One move. */
  public record Event(
      Instant at,
      CertificateMove move,
      CertificateState from,
      CertificateState to,
      @Nullable String orderNo,
      String actor,
      @Nullable String note) {}

  /**
   * @throws io.certhall.processes.refusal.Refusal NOT_FOUND also for what is not the actor's
   */
  public List<Event> of(Actor actor, String serial) {
    CertificateRow row = certificates.get(actor, serial);
    String signing = row.keyUsage().equals("SIGNING") ? row.serial() : row.pairSerial();
    return dsl.select(
            CERTIFICATE_EVENT.AT,
            CERTIFICATE_EVENT.MOVE,
            CERTIFICATE_EVENT.FROM_STATE,
            CERTIFICATE_EVENT.TO_STATE,
            CERTIFICATE_EVENT.ORDER_NO,
            CERTIFICATE_EVENT.ACTOR_NAME,
            CERTIFICATE_EVENT.NOTE)
        .from(CERTIFICATE_EVENT)
        .where(CERTIFICATE_EVENT.SERIAL.eq(signing))
        .orderBy(CERTIFICATE_EVENT.ID)
        .fetch(
            event ->
                new Event(
                    event.value1(),
                    CertificateMove.valueOf(event.value2()),
                    CertificateState.valueOf(event.value3()),
                    CertificateState.valueOf(event.value4()),
                    event.value5(),
                    event.value6(),
                    event.value7()));
  }
}
