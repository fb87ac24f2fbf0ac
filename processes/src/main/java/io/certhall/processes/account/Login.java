package io.certhall.processes.account;

import io.certhall.bpmn.HallSettings;
import io.certhall.processes.account.AccountRepository.Credentials;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Login by user name and password. Failures are counted per user name and per address: then a
 * captcha is demanded, then nothing helps for a quarter of an hour. An unknown user name costs and
 * answers the same as a known one.
 */
@Service
public class Login {

  static final Duration WINDOW = Duration.ofMinutes(15);
  static final Duration LOCK = Duration.ofMinutes(15);
  static final int CAPTCHA_AFTER = 3;

  /** Many users share an address: it gets more failures than a user name. */
  static final int CAPTCHA_AFTER_OF_ADDRESS = 20;

  static final ThrottleLimit PER_USER = new ThrottleLimit("login-user", 10, WINDOW);
  static final ThrottleLimit PER_ADDRESS = new ThrottleLimit("login-address", 100, WINDOW);

  private final AccountRepository accounts;
  private final AccountFinder finder;
  private final Passwords passwords;
  private final Throttle throttle;
  private final AuditLog audit;
  private final SeparateTransaction separately;

  Login(
      AccountRepository accounts,
      AccountFinder finder,
      Passwords passwords,
      Throttle throttle,
      AuditLog audit,
      SeparateTransaction separately) {
    this.accounts = accounts;
    this.finder = finder;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
    this.separately = separately;
  }

  /**
   * @param captchaPassed whether a captcha was solved for this very attempt
   * @throws Refusal UNAUTHENTICATED (LOGIN_FAILED, CAPTCHA_REQUIRED), FORBIDDEN (ACCOUNT_DISABLED)
   *     or TOO_MANY (LOGIN_LOCKED)
   */
  public Actor authenticate(String username, String password, String ip, boolean captchaPassed) {
    return authenticate(
        subject(username),
        () -> Username.parse(username).flatMap(accounts::credentials),
        password,
        ip,
        captchaPassed);
  }

  /**
   * The same by the name or credit code of the account's organisation (GX-09), where the hall lets
   * people sign in so. A name that two organisations have opens neither; their codes do.
   *
   * @throws Refusal as {@link #authenticate}; RULE LOGIN_NOT_OFFERED
   */
  public Actor authenticateCompany(
      HallSettings hall, String company, String password, String ip, boolean captchaPassed) {
    if (!hall.logins().contains("COMPANY")) {
      throw Refusal.rule("", "LOGIN_NOT_OFFERED");
    }
    return authenticate(
        companySubject(company),
        () -> finder.credentialsOfCompany(company),
        password,
        ip,
        captchaPassed);
  }

  private Actor authenticate(
      String subject,
      Supplier<Optional<Credentials>> owner,
      String password,
      String ip,
      boolean captchaPassed) {
    Optional<Credentials> known =
        separately.call(
            () -> {
              admit(subject, ip, captchaPassed);
              return owner.get();
            });
    // Hashing takes its time: no connection is held meanwhile.
    if (!passwords.matches(password, known.map(Credentials::passwordHash).orElse(null))) {
      separately.run(() -> noteFailure(subject, ip, known));
      throw refused(RefusalKind.UNAUTHENTICATED, "LOGIN_FAILED");
    }
    return separately
        .call(() -> noteSuccess(known.orElseThrow(), subject, ip))
        .orElseThrow(() -> Refusal.forbidden("ACCOUNT_DISABLED"));
  }

  /** Whether the next attempt needs a captcha. */
  public boolean captchaRequired(String username, String ip) {
    return separately.call(() -> captchaRequired(subject(username), ip, 1));
  }

  /** Whether the next attempt by an organisation's name needs a captcha. */
  public boolean captchaRequiredOfCompany(String company, String ip) {
    return separately.call(() -> captchaRequired(companySubject(company), ip, 1));
  }

  /** Counts the attempt before it is made, so that parallel attempts can't outrun the count. */
  private void admit(String subject, String ip, boolean captchaPassed) {
    Duration wait = throttle.use(PER_USER, subject);
    if (wait.isZero()) {
      wait = throttle.use(PER_ADDRESS, ip);
    }
    if (!wait.isZero()) {
      throw refused(RefusalKind.TOO_MANY, "LOGIN_LOCKED", wait.toMinutes() + 1);
    }
    if (!captchaPassed && captchaRequired(subject, ip, 0)) {
      // Rolled back with this refusal: an attempt without captcha is not an attempt.
      throw refused(RefusalKind.UNAUTHENTICATED, "CAPTCHA_REQUIRED");
    }
  }

  private boolean captchaRequired(String subject, String ip, int next) {
    return throttle.uses(PER_USER, subject) + next > CAPTCHA_AFTER
        || throttle.uses(PER_ADDRESS, ip) + next > CAPTCHA_AFTER_OF_ADDRESS;
  }

  private void noteFailure(String subject, String ip, Optional<Credentials> known) {
    if (throttle.uses(PER_USER, subject) >= PER_USER.uses()) {
      throttle.block(PER_USER, subject, LOCK);
      String id = known.map(account -> Long.toString(account.accountId())).orElse("unknown");
      audit.record(Actor.SYSTEM, "account.locked", "account", id, null, "too many failed logins");
    }
    if (throttle.uses(PER_ADDRESS, ip) >= PER_ADDRESS.uses()) {
      throttle.block(PER_ADDRESS, ip, LOCK);
      audit.record(
          Actor.SYSTEM, "address.locked", "address", "login", null, "too many failed logins");
    }
  }

  private Optional<Actor> noteSuccess(Credentials credentials, String subject, String ip) {
    throttle.forget(PER_USER, subject);
    throttle.giveBack(PER_ADDRESS, ip);
    Optional<Actor> actor = accounts.actor(credentials.accountId());
    actor.ifPresent(
        user -> {
          accounts.noteLogin(user.accountId());
          audit.record(
              user, "account.logged-in", "account", Long.toString(user.accountId()), null, null);
        });
    return actor;
  }

  static String subject(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }

  private static String companySubject(String company) {
    return "company:" + subject(company);
  }

  private static Refusal refused(RefusalKind kind, String code, Object... args) {
    return new Refusal(kind, List.of(Problem.of("", code, args)));
  }
}
