package io.certhall.processes.certificate;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets a key's PIN anew at once, without order, review or fee, where the hall says so (GS-83). Only
 * keys of this hall; every attempt is recorded, also those refused.
 */
@Service
public class CertificateUnlock {

  private static final Logger log = LoggerFactory.getLogger(CertificateUnlock.class);

  private final OwnKeys keys;
  private final CertificateRegister register;
  private final PublishedPolicies policies;
  private final AuditLog audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CertificateUnlock(
      OwnKeys keys,
      CertificateRegister register,
      PublishedPolicies policies,
      AuditLog audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.keys = keys;
    this.register = register;
    this.policies = policies;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @param actor the holder
   * @return the certificate on the key
   * @throws Refusal RULE SERVICE_NOT_OFFERED, SERVICE_NEEDS_ORDER, FOREIGN_KEY, KEY_OF_OTHERS or
   *     CERTIFICATE_EXPIRED; CONFLICT with the state of a certificate that can't be unlocked
   */
  public HeldCertificate unlock(Actor actor, String hall, KeyReading reading) {
    return admitted(actor, hall, reading, () -> moved(actor, hall, reading));
  }

  /**
   * The same checks, for a key whose PIN is still to be set anew; a refusal is recorded.
   *
   * @throws Refusal as {@link #unlock}
   */
  HeldCertificate admit(Actor actor, String hall, KeyReading reading) {
    return admitted(
        actor,
        hall,
        reading,
        () -> {
          HeldCertificate certificate = live(actor, hall, reading);
          CertificateMove.UNLOCK.requireLegalFrom(certificate.state(), certificate.serial());
          return certificate;
        });
  }

  private HeldCertificate admitted(
      Actor actor, String hall, KeyReading reading, Supplier<HeldCertificate> work) {
    actor.require(Role.APPLICANT);
    HallSettings settings = policies.active(hall).settings();
    if (!settings.offersService("UNLOCK")) {
      throw Refusal.rule("service", "SERVICE_NOT_OFFERED", "UNLOCK");
    }
    if (!settings.service("UNLOCK").orElseThrow().instant()) {
      throw Refusal.rule("service", "SERVICE_NEEDS_ORDER");
    }
    try {
      return transaction.execute(status -> work.get());
    } catch (Refusal refusal) {
      log.info("unlocking key {} refused: {}", reading.keySerial(), refusal.code());
      transaction.executeWithoutResult(
          status -> recordRefusal(actor, hall, reading, refusal.code()));
      throw refusal;
    }
  }

  private HeldCertificate moved(Actor actor, String hall, KeyReading reading) {
    HeldCertificate certificate = live(actor, hall, reading);
    register.move(
        actor,
        certificate.serial(),
        CertificateMove.UNLOCK,
        new CertificateRegister.Reason(null, "PIN"));
    return register.find(certificate.serial()).orElseThrow();
  }

  private HeldCertificate live(Actor actor, String hall, KeyReading reading) {
    HeldCertificate certificate = keys.certificate(actor, hall, reading);
    if (certificate.isExpired(clock.instant())) {
      throw Refusal.rule("keySerial", "CERTIFICATE_EXPIRED", certificate.serial());
    }
    return certificate;
  }

  private void recordRefusal(Actor actor, String hall, KeyReading reading, String code) {
    String serial = reading.keySerial() == null ? "" : reading.keySerial().strip();
    audit.record(
        actor,
        "key.unlock-refused",
        "medium",
        serial.length() <= 64 ? serial : serial.substring(0, 64),
        hall,
        code);
  }
}
