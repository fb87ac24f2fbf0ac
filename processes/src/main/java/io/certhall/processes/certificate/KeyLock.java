package io.certhall.processes.certificate;

import io.certhall.processes.notification.Notifications;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A key that locked itself after too many wrong PINs tells so through its local tool. */
@Service
public class KeyLock {

  /** How many wrong PINs in a row a key takes (GS-25). */
  public static final int MOST_WRONG_PINS = 10;

  private static final String MESSAGE = "MSG-12";

  private final OwnKeys keys;
  private final CertificateRegister register;
  private final Notifications notifications;
  private final PublishedPolicies policies;

  KeyLock(
      OwnKeys keys,
      CertificateRegister register,
      Notifications notifications,
      PublishedPolicies policies) {
    this.keys = keys;
    this.register = register;
    this.notifications = notifications;
    this.policies = policies;
  }

  /**
   * @param wrongPins wrong entries in a row, as the key counts them; below ten nothing happens
   * @return whether the certificate is locked now
   * @throws Refusal as {@link CertificateUnlock#unlock} for a key that is not the actor's
   */
  @Transactional
  public boolean reportWrongPins(Actor actor, String hall, KeyReading reading, int wrongPins) {
    actor.require(Role.APPLICANT);
    HeldCertificate certificate = keys.certificate(actor, hall, reading);
    if (certificate.state() == CertificateState.LOCKED) {
      return true;
    }
    if (wrongPins < MOST_WRONG_PINS) {
      return false;
    }
    register.move(
        actor,
        certificate.serial(),
        CertificateMove.LOCK,
        new CertificateRegister.Reason(null, wrongPins + " PIN"));
    if (policies.active(hall).messages().find(MESSAGE).isPresent()) {
      notifications.toAccount(
          hall,
          MESSAGE,
          MESSAGE + ":" + certificate.serial() + ":" + register.moves(certificate.serial()),
          actor.accountId(),
          null,
          Map.of("certName", certificate.commonName(), "n", Integer.toString(wrongPins)));
    }
    return true;
  }
}
