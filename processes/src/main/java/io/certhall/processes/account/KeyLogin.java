package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.CERTIFICATE;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.signature.PresentedCertificate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Login with a certificate's key (GS-11): a fresh challenge is signed, the status is looked up. */
@Service
public class KeyLogin {

  static final ThrottleLimit PER_ADDRESS =
      new ThrottleLimit("key-login-address", 60, Duration.ofMinutes(15));

  private final DSLContext dsl;
  private final AccountRepository accounts;
  private final Throttle throttle;
  private final AuditLog audit;
  private final SeparateTransaction separately;
  private final Clock clock;

  KeyLogin(
      DSLContext dsl,
      AccountRepository accounts,
      Throttle throttle,
      AuditLog audit,
      SeparateTransaction separately,
      Clock clock) {
    this.dsl = dsl;
    this.accounts = accounts;
    this.throttle = throttle;
    this.audit = audit;
    this.separately = separately;
    this.clock = clock;
  }

  /**
   * What the key gave back; all of it base64 except the algorithm's name.
   *
   * @param certificate DER
   */
  public record Answer(String certificate, String signature, String algorithm) {}

  /**
   * @param origin of this hall's page, part of what was signed
   * @param challenge drawn for this attempt; the caller uses it once
   * @throws Refusal UNAUTHENTICATED KEY_LOGIN_FAILED for a certificate or signature that isn't
   *     ours, KEY_LOGIN_STATE for one that is not in force; FORBIDDEN ACCOUNT_DISABLED; TOO_MANY
   */
  public Actor authenticate(String origin, String challenge, Answer answer, String ip) {
    Duration wait = separately.call(() -> throttle.use(PER_ADDRESS, ip));
    if (!wait.isZero()) {
      throw refused(RefusalKind.TOO_MANY, "LOGIN_LOCKED", wait.toMinutes() + 1);
    }
    long accountId = proven(("certhall-login:" + origin + ":" + challenge), answer);
    return separately
        .call(
            () -> {
              var found = accounts.actor(accountId);
              found.ifPresent(
                  user -> {
                    accounts.noteLogin(accountId);
                    audit.record(
                        user, "account.key-login", "account", Long.toString(accountId), null, null);
                  });
              return found;
            })
        .orElseThrow(() -> Refusal.forbidden("ACCOUNT_DISABLED"));
  }

  private long proven(String message, Answer answer) {
    try {
      byte[] der = Base64.getDecoder().decode(answer.certificate());
      PresentedCertificate presented = PresentedCertificate.read(der);
      byte[] signature = Base64.getDecoder().decode(answer.signature());
      if (!presented.signed(
          message.getBytes(StandardCharsets.UTF_8), answer.algorithm(), signature)) {
        throw failed();
      }
      return account(presented.serial(), der);
    } catch (IllegalArgumentException e) {
      throw failed();
    }
  }

  /** Byte for byte the certificate this hall issued; its name alone proves nothing. */
  private long account(String serial, byte[] der) {
    var row =
        dsl.select(
                CERTIFICATE.DER, CERTIFICATE.STATE, CERTIFICATE.NOT_AFTER, CERTIFICATE.ACCOUNT_ID)
            .from(CERTIFICATE)
            .where(CERTIFICATE.SERIAL.eq(serial), CERTIFICATE.KEY_USAGE.eq("SIGNING"))
            .fetchOptional()
            .filter(one -> java.util.Arrays.equals(one.value1(), der))
            .orElseThrow(KeyLogin::failed);
    if (!row.value2().equals("NORMAL") || !row.value3().isAfter(clock.instant())) {
      throw refused(RefusalKind.UNAUTHENTICATED, "KEY_LOGIN_STATE");
    }
    return row.value4();
  }

  private static Refusal failed() {
    return refused(RefusalKind.UNAUTHENTICATED, "KEY_LOGIN_FAILED");
  }

  private static Refusal refused(RefusalKind kind, String code, Object... args) {
    return new Refusal(kind, List.of(Problem.of("", code, args)));
  }
}
