package io.certhall.processes.account;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A user's own account. */
@Service
public class Accounts {

  static final ThrottleLimit PASSWORD_TRIES =
      new ThrottleLimit("password-change", 10, Duration.ofMinutes(15));

  private final AccountRepository accounts;
  private final VerificationCodes codes;
  private final ApiTokens tokens;
  private final Passwords passwords;
  private final Throttle throttle;
  private final AuditLog audit;
  private final SeparateTransaction separately;

  Accounts(
      AccountRepository accounts,
      VerificationCodes codes,
      ApiTokens tokens,
      Passwords passwords,
      Throttle throttle,
      AuditLog audit,
      SeparateTransaction separately) {
    this.accounts = accounts;
    this.codes = codes;
    this.tokens = tokens;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
    this.separately = separately;
  }

  /**
   * The actor with the roles of this moment.
   *
   * @throws Refusal NOT_FOUND when there is no such account or it is disabled
   */
  public Actor actor(long accountId) {
    return accounts.actor(accountId).orElseThrow(() -> Refusal.notFound("ACCOUNT_UNKNOWN"));
  }

  /**
   * The account with its phone masked: one's own, or any for an administrator.
   *
   * @throws Refusal NOT_FOUND also for an account that is not the actor's
   */
  @Transactional(readOnly = true)
  public AccountView of(Actor actor, long accountId) {
    if (actor.accountId() != accountId && !actor.has(Role.ADMIN)) {
      throw Refusal.notFound("ACCOUNT_UNKNOWN");
    }
    return accounts.find(accountId).orElseThrow(() -> Refusal.notFound("ACCOUNT_UNKNOWN"));
  }

  /** The phone in clear, for messages to the account's owner. */
  public Optional<String> phoneForMessages(long accountId) {
    return accounts.phone(accountId).map(MobilePhone::value);
  }

  /**
   * Ends all API tokens of the account. At most ten tries in a quarter of an hour.
   *
   * @throws Refusal RULE with all problems at once, TOO_MANY when too many tries were wrong
   */
  public void changePassword(Actor actor, @Nullable String current, @Nullable String wanted) {
    AccountView account = of(actor, actor.accountId());
    String subject = Long.toString(actor.accountId());
    Duration wait = separately.call(() -> throttle.use(PASSWORD_TRIES, subject));
    if (!wait.isZero()) {
      throw new Refusal(
          RefusalKind.TOO_MANY, List.of(Problem.of("", "LOGIN_LOCKED", wait.toMinutes() + 1)));
    }
    String stored = separately.call(() -> accounts.passwordHash(actor.accountId())).orElseThrow();
    FormCheck check = new FormCheck();
    if (!passwords.matches(current == null ? "" : current, stored)) {
      check.refuse("currentPassword", "PASSWORD_WRONG");
    } else if (current != null && current.equals(wanted)) {
      check.refuse("newPassword", "PASSWORD_UNCHANGED");
    }
    PasswordRules.check(check, "newPassword", wanted, account.username());
    check.refuseUnlessClean();
    String hash = passwords.hash(String.valueOf(wanted));
    separately.run(
        () -> {
          accounts.setPasswordHash(actor.accountId(), hash);
          tokens.endAll(actor.accountId());
          throttle.forget(PASSWORD_TRIES, subject);
          record(actor, "account.password-changed");
        });
  }

  /**
   * @param smsCode a code for {@link VerificationPurpose#CHANGE_PHONE} sent to the new phone
   * @throws Refusal RULE when phone or code are wrong
   */
  public void changePhone(Actor actor, @Nullable String newPhone, @Nullable String smsCode) {
    of(actor, actor.accountId());
    FormCheck check = new FormCheck();
    Optional<MobilePhone> phone = check.value("phone", newPhone, MobilePhone::parse, "PHONE_FORM");
    separately.run(
        () -> {
          phone
              .flatMap(
                  number ->
                      codes.examine(VerificationPurpose.CHANGE_PHONE, number, smsCode, "smsCode"))
              .ifPresent(check::refuse);
          if (check.isClean()) {
            accounts.setPhone(actor.accountId(), phone.orElseThrow());
            codes.consume(VerificationPurpose.CHANGE_PHONE, phone.orElseThrow());
            record(actor, "account.phone-changed");
          }
        });
    check.refuseUnlessClean();
  }

  private void record(Actor actor, String action) {
    audit.record(actor, action, "account", Long.toString(actor.accountId()), null, null);
  }
}
