package io.certhall.processes.account;

import io.certhall.processes.account.AccountRepository.Credentials;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A new password for who knows the user name and reads messages on a phone registered with it, or
 * on the legal representative's (GS-06, SD-08). No answer tells whether an account exists.
 */
@Service
public class PasswordReset {

  private final AccountRepository accounts;
  private final VerificationCodes codes;
  private final ApiTokens tokens;
  private final Passwords passwords;
  private final Throttle throttle;
  private final AuditLog audit;
  private final SeparateTransaction separately;

  PasswordReset(
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
   * Sends a code when user name and phone belong together; else only seems to.
   *
   * @throws Refusal RULE for a phone without form, TOO_MANY when phone or address ask too often
   */
  @Transactional
  public void request(String username, String phone, String ip) {
    MobilePhone number =
        MobilePhone.parse(phone).orElseThrow(() -> Refusal.rule("phone", "PHONE_FORM"));
    codes.request(VerificationPurpose.RESET, number, ip, owner(username, number).isPresent());
  }

  /**
   * Sets the password, ends all API tokens and lifts a lock of the login.
   *
   * @throws Refusal RULE with all problems at once
   */
  public void reset(
      String username, String phone, @Nullable String smsCode, @Nullable String newPassword) {
    FormCheck check = new FormCheck();
    Optional<MobilePhone> number = check.value("phone", phone, MobilePhone::parse, "PHONE_FORM");
    PasswordRules.check(check, "newPassword", newPassword, username);
    String hash = check.isClean() ? passwords.hash(String.valueOf(newPassword)) : "";
    separately.run(
        () -> {
          number
              .flatMap(owner -> codes.examine(VerificationPurpose.RESET, owner, smsCode, "smsCode"))
              .ifPresent(check::refuse);
          if (check.isClean()) {
            owner(username, number.orElseThrow())
                .ifPresentOrElse(
                    accountId -> set(accountId, username, hash, number.orElseThrow()),
                    () -> check.refuse("smsCode", "CODE_WRONG"));
          }
        });
    check.refuseUnlessClean();
  }

  private void set(long accountId, String username, String hash, MobilePhone phone) {
    accounts.setPasswordHash(accountId, hash);
    codes.consume(VerificationPurpose.RESET, phone);
    tokens.endAll(accountId);
    throttle.forget(Login.PER_USER, Login.subject(username));
    audit.record(
        accounts.actor(accountId).orElse(Actor.SYSTEM),
        "account.password-reset",
        "account",
        Long.toString(accountId),
        null,
        null);
  }

  private Optional<Long> owner(String username, MobilePhone phone) {
    return Username.parse(username)
        .flatMap(accounts::credentials)
        .map(Credentials::accountId)
        .filter(accountId -> accounts.phonesOfOwner(accountId).contains(phone));
  }
}
