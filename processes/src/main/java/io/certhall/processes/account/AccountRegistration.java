package io.certhall.processes.account;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Opens an account for an applicant who can read messages sent to the phone he names (GS-01). */
@Service
public class AccountRegistration {

  private static final int MAX_DISPLAY_NAME = 100;

  private final AccountRepository accounts;
  private final VerificationCodes codes;
  private final Passwords passwords;
  private final AuditLog audit;
  private final SeparateTransaction separately;
  private final RegistrationAnswers answers;

  AccountRegistration(
      AccountRepository accounts,
      VerificationCodes codes,
      Passwords passwords,
      AuditLog audit,
      SeparateTransaction separately,
      RegistrationAnswers answers) {
    this.accounts = accounts;
    this.codes = codes;
    this.passwords = passwords;
    this.audit = audit;
    this.separately = separately;
    this.answers = answers;
  }

  /**
   * @return the new account's id
   * @throws Refusal RULE with all problems at once; a code that was right stays usable
   */
  public long register(RegistrationForm form) {
    return register(form, new FormCheck(), id -> {});
  }

  /**
   * As {@link #register}, with what this hall asks besides (GX-08, SD-04).
   *
   * @throws Refusal RULE with all problems at once, CREDIT_CODE_TAKEN for a unit that has an
   *     account, CAPTCHA_WRONG for a captcha that was answered before
   */
  public long register(RegistrationForm form, HallSettings hall, HallRegistration more) {
    FormCheck check = new FormCheck();
    answers.check(check, hall, form, more);
    return register(form, check, id -> answers.add(id, hall, more));
  }

  private long register(RegistrationForm form, FormCheck check, LongConsumer keep) {
    Optional<Username> username =
        check.value("username", form.username(), Username::parse, "USERNAME_FORM");
    PasswordRules.check(
        check, "password", form.password(), form.username() == null ? "" : form.username());
    Optional<MobilePhone> phone =
        check.value("phone", form.phone(), MobilePhone::parse, "PHONE_FORM");
    String displayName = check.optionalText("displayName", form.displayName(), MAX_DISPLAY_NAME);
    if (!RegistrationAgreement.VERSION.equals(form.agreement())) {
      check.refuse("agreement", "REGISTRATION_AGREEMENT");
    }
    // Hashing takes its time: outside of the transaction.
    String hash = check.isClean() ? passwords.hash(String.valueOf(form.password())) : "";
    // A wrong code stays counted although the refusal follows: the transaction ends before it.
    Optional<Long> accountId =
        separately.call(
            () -> {
              username
                  .filter(accounts::exists)
                  .ifPresent(taken -> check.refuse("username", "USERNAME_TAKEN"));
              phone
                  .flatMap(
                      number ->
                          codes.examine(
                              VerificationPurpose.REGISTER, number, form.smsCode(), "smsCode"))
                  .ifPresent(check::refuse);
              return check.isClean()
                  ? open(
                      username.orElseThrow(), displayName, hash, phone.orElseThrow(), keep, check)
                  : Optional.empty();
            });
    check.refuseUnlessClean();
    return accountId.orElseThrow();
  }

  private Optional<Long> open(
      Username username,
      @Nullable String displayName,
      String hash,
      MobilePhone phone,
      LongConsumer keep,
      FormCheck check) {
    String name = displayName == null ? username.value() : displayName;
    try {
      long id = accounts.add(username, name, hash, phone, Set.of(Role.APPLICANT));
      accounts.consent(id, RegistrationAgreement.CODE, RegistrationAgreement.VERSION);
      keep.accept(id);
      codes.consume(VerificationPurpose.REGISTER, phone);
      Actor actor = new Actor(id, name, Set.of(Role.APPLICANT));
      audit.record(actor, "account.registered", "account", Long.toString(id), null, null);
      return Optional.of(id);
    } catch (DuplicateKeyException e) {
      check.refuse("username", "USERNAME_TAKEN");
      return Optional.empty();
    }
  }
}
