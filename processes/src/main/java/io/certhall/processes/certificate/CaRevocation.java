package io.certhall.processes.certificate;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.notification.Notifications;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The CA revokes a certificate without its holder's request: for false data, an insecure key, a
 * breach of duties or because the law demands it (GX-66). The holder is told why (MSG-59).
 */
@Service
public class CaRevocation {

  private static final String MESSAGE = "MSG-59";
  private static final int LONGEST_NOTE = 200;

  private final CertificateRegister register;
  private final Orders orders;
  private final Notifications notifications;
  private final AuditLog audit;

  CaRevocation(
      CertificateRegister register, Orders orders, Notifications notifications, AuditLog audit) {
    this.register = register;
    this.orders = orders;
    this.notifications = notifications;
    this.audit = audit;
  }

  /** Whether a certificate in this state can still be revoked. */
  public static boolean isPossible(CertificateState state) {
    return CertificateMove.REVOKE.isLegalFrom(state);
  }

  /**
   * @param note what was found; on record, not told
   * @throws Refusal FORBIDDEN for others than managers and for one's own certificate, RULE with all
   *     problems at once, NOT_FOUND, CONFLICT with the state when it is not in force
   */
  @Transactional
  public void revoke(
      Actor actor, String serial, @Nullable RevocationGround ground, @Nullable String note) {
    actor.require(Role.MANAGER);
    FormCheck check = new FormCheck();
    if (ground == null) {
      check.refuse("ground", "FIELD_REQUIRED");
    }
    String words = check.text("note", note, LONGEST_NOTE);
    check.refuseUnlessClean();
    RevocationGround why = java.util.Objects.requireNonNull(ground);
    HeldCertificate certificate =
        register.find(serial).orElseThrow(() -> Refusal.notFound("CERTIFICATE_UNKNOWN", serial));
    if (certificate.accountId() == actor.accountId()) {
      throw Refusal.forbidden("OWN_CERTIFICATE");
    }
    register.move(
        actor,
        certificate.serial(),
        CertificateMove.REVOKE,
        new CertificateRegister.Reason(null, why + ": " + words, why.told()));
    notifications.toAccount(
        certificate.hall(),
        MESSAGE,
        MESSAGE + ":" + certificate.serial(),
        certificate.accountId(),
        phone(certificate),
        Map.of("certName", certificate.commonName(), "reason", why.words()));
    audit.record(
        actor,
        "certificate.revoked-by-ca",
        "certificate",
        certificate.serial(),
        certificate.hall(),
        why + ", " + words);
  }

  private @Nullable String phone(HeldCertificate certificate) {
    OrderForm.AgentForm agent = orders.contact(certificate.orderNo()).agent();
    return agent == null ? null : agent.phone();
  }
}
