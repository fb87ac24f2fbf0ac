package io.certhall.processes.certificate;

import static io.certhall.db.generated.Tables.CERTIFICATE;
import static io.certhall.db.generated.Tables.CERTIFICATE_STATUS;

import io.certhall.processes.status.Revocation;
import io.certhall.processes.status.RevocationReason;
import io.certhall.processes.status.StatusLedger;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a state means to those who rely on the certificate. A locked key is the holder's business:
 * the certificate stays good.
 */
@Component
class ToldStatus {

  private final DSLContext dsl;
  private final StatusLedger ledger;
  private final Clock clock;

  ToldStatus(DSLContext dsl, StatusLedger ledger, Clock clock) {
    this.dsl = dsl;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Both certificates of a pair came into another state, in the transaction that moved them. */
  void moved(
      List<String> serials,
      CertificateState before,
      CertificateState after,
      @Nullable RevocationReason given) {
    RevocationReason reason = reason(before, after, given);
    if (reason == null && isGood(before)) {
      return;
    }
    ledger.changed(
        dsl.select(
                CERTIFICATE.SERIAL,
                DSL.coalesce(CERTIFICATE_STATUS.CA, CERTIFICATE.HALL),
                CERTIFICATE.NOT_AFTER)
            .from(CERTIFICATE)
            .leftJoin(CERTIFICATE_STATUS)
            .on(CERTIFICATE_STATUS.SERIAL.eq(CERTIFICATE.SERIAL))
            .where(CERTIFICATE.SERIAL.in(serials))
            .orderBy(CERTIFICATE.SERIAL)
            .fetch(Records.mapping(StatusLedger.Subject::new)),
        reason == null ? null : new Revocation(clock.instant(), reason));
  }

  private static boolean isGood(CertificateState state) {
    return state == CertificateState.NORMAL || state == CertificateState.LOCKED;
  }

  private static @Nullable RevocationReason reason(
      CertificateState before, CertificateState after, @Nullable RevocationReason given) {
    return switch (after) {
      case SUSPENDED -> RevocationReason.CERTIFICATE_HOLD;
      case REPLACED -> RevocationReason.SUPERSEDED;
      case CHANGED -> RevocationReason.AFFILIATION_CHANGED;
      case REVOKED -> {
        if (given != null) {
          yield given;
        }
        // A key that was reported lost may be in anybody's hands.
        yield before == CertificateState.SUSPENDED
            ? RevocationReason.KEY_COMPROMISE
            : RevocationReason.CESSATION_OF_OPERATION;
      }
      default -> null;
    };
  }
}
