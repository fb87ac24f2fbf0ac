package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.CERTIFICATE;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.signature.PresentedCertificate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Login with a certificate's key (GS-11): a fresh challenge is signed, the status is looked up.
 * Keys of other issuers log in where the hall accepts them (GS-13).
 */
@Service
public class KeyLogin {

  static final ThrottleLimit PER_ADDRESS =
      new ThrottleLimit("key-login-address", 60, Duration.ofMinutes(15));

  private final DSLContext dsl;
  private final AccountRepository accounts;
  private final AccountFinder finder;
  private final PartnerKeys partners;
  private final Throttle throttle;
  private final AuditLog audit;
  private final SeparateTransaction separately;
  private final Clock clock;

  KeyLogin(
      DSLContext dsl,
      AccountRepository accounts,
      AccountFinder finder,
      PartnerKeys partners,
      Throttle throttle,
      AuditLog audit,
      SeparateTransaction separately,
      Clock clock) {
    this.dsl = dsl;
    this.accounts = accounts;
    this.finder = finder;
    this.partners = partners;
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
   * @param hall whose partners' keys are accepted too, or null
   * @throws Refusal UNAUTHENTICATED KEY_LOGIN_FAILED for a certificate or signature that is neither
   *     ours nor a partner's, KEY_LOGIN_STATE for one of ours that is not in force,
   *     KEY_LOGIN_NO_ACCOUNT for a partner's whose unit has no account; FORBIDDEN ACCOUNT_DISABLED;
   *     TOO_MANY
   */
  public Actor authenticate(
      String origin, String challenge, Answer answer, String ip, @Nullable HallSettings hall) {
    Duration wait = separately.call(() -> throttle.use(PER_ADDRESS, ip));
    if (!wait.isZero()) {
      throw refused(RefusalKind.TOO_MANY, "LOGIN_LOCKED", wait.toMinutes() + 1);
    }
    Proven proven = proven("certhall-login:" + origin + ":" + challenge, answer, hall);
    long accountId = proven.accountId();
    return separately
        .call(
            () -> {
              var found = accounts.actor(accountId);
              found.ifPresent(
                  user -> {
                    accounts.noteLogin(accountId);
                    audit.record(
                        user,
                        "account.key-login",
                        "account",
                        Long.toString(accountId),
                        null,
                        proven.issuer());
                  });
              return found;
            })
        .orElseThrow(() -> Refusal.forbidden("ACCOUNT_DISABLED"));
  }

  /**
   * @param issuer the partner's code, null for our own certificates
   */
  private record Proven(long accountId, @Nullable String issuer) {}

  private Proven proven(String message, Answer answer, @Nullable HallSettings hall) {
    try {
      byte[] der = Base64.getDecoder().decode(answer.certificate());
      PresentedCertificate presented = PresentedCertificate.read(der);
      byte[] signature = Base64.getDecoder().decode(answer.signature());
      if (!presented.signed(
          message.getBytes(StandardCharsets.UTF_8), answer.algorithm(), signature)) {
        throw failed();
      }
      return own(presented.serial(), der)
          .or(() -> partners.holder(hall, presented).map(this::ofPartner))
          .orElseThrow(KeyLogin::failed);
    } catch (IllegalArgumentException e) {
      throw failed();
    }
  }

  /** Byte for byte the certificate this hall issued; its name alone proves nothing. */
  private Optional<Proven> own(String serial, byte[] der) {
    var found =
        dsl.select(
                CERTIFICATE.DER, CERTIFICATE.STATE, CERTIFICATE.NOT_AFTER, CERTIFICATE.ACCOUNT_ID)
            .from(CERTIFICATE)
            .where(CERTIFICATE.SERIAL.eq(serial), CERTIFICATE.KEY_USAGE.eq("SIGNING"))
            .fetchOptional()
            .filter(one -> Arrays.equals(one.value1(), der));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var row = found.get();
    if (!row.value2().equals("NORMAL") || !row.value3().isAfter(clock.instant())) {
      throw refused(RefusalKind.UNAUTHENTICATED, "KEY_LOGIN_STATE");
    }
    return Optional.of(new Proven(row.value4(), null));
  }

  private Proven ofPartner(PartnerKeys.Holder holder) {
    return finder
        .applicantOfUnit(holder.unit())
        .map(account -> new Proven(account, holder.issuer()))
        .orElseThrow(() -> refused(RefusalKind.UNAUTHENTICATED, "KEY_LOGIN_NO_ACCOUNT"));
  }

  private static Refusal failed() {
    return refused(RefusalKind.UNAUTHENTICATED, "KEY_LOGIN_FAILED");
  }

  private static Refusal refused(RefusalKind kind, String code, Object... args) {
    return new Refusal(kind, List.of(Problem.of("", code, args)));
  }
}
