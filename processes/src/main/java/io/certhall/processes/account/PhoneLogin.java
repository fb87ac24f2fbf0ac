package io.certhall.processes.account;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Login of applicants with a code sent to their phone (SZ-04), where the hall lets people sign in
 * so. A code is good for one login; no answer tells whether a phone has an account.
 */
@Service
public class PhoneLogin {

  static final ThrottleLimit PER_ADDRESS =
      new ThrottleLimit("phone-login-address", 60, Duration.ofMinutes(15));

  private final AccountRepository accounts;
  private final AccountFinder finder;
  private final VerificationCodes codes;
  private final Throttle throttle;
  private final AuditLog audit;
  private final SeparateTransaction separately;

  PhoneLogin(
      AccountRepository accounts,
      AccountFinder finder,
      VerificationCodes codes,
      Throttle throttle,
      AuditLog audit,
      SeparateTransaction separately) {
    this.accounts = accounts;
    this.finder = finder;
    this.codes = codes;
    this.throttle = throttle;
    this.audit = audit;
    this.separately = separately;
  }

  /**
   * Sends a code to a phone that has an account; to others it only seems to.
   *
   * @throws Refusal RULE LOGIN_NOT_OFFERED or PHONE_FORM, TOO_MANY when phone or address ask too
   *     often
   */
  @Transactional
  public void request(HallSettings hall, @Nullable String phone, String ip) {
    requireOffered(hall);
    MobilePhone number =
        MobilePhone.parse(phone == null ? "" : phone)
            .orElseThrow(() -> Refusal.rule("phone", "PHONE_FORM"));
    boolean known = !finder.applicantsWithPhone(number).isEmpty();
    codes.request(VerificationPurpose.LOGIN, number, ip, hall.code(), known);
  }

  /**
   * @throws Refusal RULE for a phone or code that is wrong, old or used, LOGIN_PHONE_SHARED when
   *     several accounts have the phone, TOO_MANY when the address tries too often
   */
  public Actor authenticate(
      HallSettings hall, @Nullable String phone, @Nullable String smsCode, String ip) {
    requireOffered(hall);
    Duration wait = separately.call(() -> throttle.use(PER_ADDRESS, ip));
    if (!wait.isZero()) {
      throw new Refusal(
          RefusalKind.TOO_MANY, List.of(Problem.of("", "LOGIN_LOCKED", wait.toMinutes() + 1)));
    }
    FormCheck check = new FormCheck();
    Optional<MobilePhone> number = check.value("phone", phone, MobilePhone::parse, "PHONE_FORM");
    Optional<Actor> actor =
        separately.call(() -> number.flatMap(owner -> proven(check, owner, smsCode)));
    check.refuseUnlessClean();
    return actor.orElseThrow(() -> Refusal.rule("smsCode", "CODE_WRONG"));
  }

  private Optional<Actor> proven(FormCheck check, MobilePhone phone, @Nullable String smsCode) {
    Optional<Problem> problem = codes.examine(VerificationPurpose.LOGIN, phone, smsCode, "smsCode");
    if (problem.isPresent()) {
      check.refuse(problem.get());
      return Optional.empty();
    }
    codes.consume(VerificationPurpose.LOGIN, phone);
    List<Long> owners = finder.applicantsWithPhone(phone);
    if (owners.size() > 1) {
      check.refuse("phone", "LOGIN_PHONE_SHARED");
      return Optional.empty();
    }
    Optional<Actor> actor = owners.stream().findFirst().flatMap(accounts::actor);
    actor.ifPresent(
        user -> {
          accounts.noteLogin(user.accountId());
          audit.record(
              user, "account.phone-login", "account", Long.toString(user.accountId()), null, null);
        });
    return actor;
  }

  private static void requireOffered(HallSettings hall) {
    if (!hall.logins().contains("PHONE_CODE")) {
      throw Refusal.rule("", "LOGIN_NOT_OFFERED");
    }
  }
}
