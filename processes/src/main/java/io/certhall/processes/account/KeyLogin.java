package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.CERTIFICATE;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Login with a certificate's key (GS-11): a fresh challenge is signed, the status is looked up. */
@Service
public class KeyLogin {

  static final ThrottleLimit PER_ADDRESS =
      new ThrottleLimit("key-login-address", 60, Duration.ofMinutes(15));

  private static final Set<String> ALGORITHMS =
      Set.of("SHA256withECDSA", "SHA256withRSA", "SM3withSM2");
  private static final Provider PROVIDER = new BouncyCastleProvider();

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
    X509CertificateHolder holder;
    byte[] der;
    try {
      der = Base64.getDecoder().decode(answer.certificate());
      holder = new X509CertificateHolder(der);
      X509Certificate certificate =
          new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(holder);
      if (!ALGORITHMS.contains(answer.algorithm())) {
        throw failed();
      }
      Signature verifier = Signature.getInstance(answer.algorithm(), PROVIDER);
      verifier.initVerify(certificate.getPublicKey());
      verifier.update(message.getBytes(StandardCharsets.UTF_8));
      if (!verifier.verify(Base64.getDecoder().decode(answer.signature()))) {
        throw failed();
      }
    } catch (GeneralSecurityException | java.io.IOException | IllegalArgumentException e) {
      throw failed();
    }
    return account(holder, der);
  }

  /** Byte for byte the certificate this hall issued; its name alone proves nothing. */
  private long account(X509CertificateHolder holder, byte[] der) {
    String hex = holder.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    String serial = hex.length() % 2 == 0 ? hex : "0" + hex;
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
