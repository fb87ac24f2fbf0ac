package io.certhall.processes.account;

import io.certhall.processes.account.VerificationCodeRepository.StoredCode;
import io.certhall.processes.privacy.PersonalData;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes of six digits sent by text message: valid for 5 minutes, for 5 tries and for one use; only
 * the newest one of a phone and purpose counts.
 */
@Service
public class VerificationCodes {

  /** Stands for the platform itself where a message must name a hall. */
  public static final String NO_HALL = "certhall";

  static final Duration VALIDITY = Duration.ofMinutes(5);
  static final int MAX_ATTEMPTS = 5;
  static final ThrottleLimit PER_PHONE_AND_MINUTE =
      new ThrottleLimit("code-phone-minute", 1, Duration.ofMinutes(1));
  static final ThrottleLimit PER_PHONE_AND_DAY =
      new ThrottleLimit("code-phone-day", 10, Duration.ofDays(1));
  static final ThrottleLimit PER_ADDRESS_AND_HOUR =
      new ThrottleLimit("code-address-hour", 30, Duration.ofHours(1));

  private final VerificationCodeRepository codes;
  private final VerificationCodeSender sender;
  private final Throttle throttle;
  private final SeparateTransaction separately;
  private final PersonalData personalData;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  VerificationCodes(
      VerificationCodeRepository codes,
      VerificationCodeSender sender,
      Throttle throttle,
      SeparateTransaction separately,
      PersonalData personalData,
      Clock clock) {
    this.codes = codes;
    this.sender = sender;
    this.throttle = throttle;
    this.separately = separately;
    this.personalData = personalData;
    this.clock = clock;
  }

  /**
   * Sends a new code.
   *
   * @throws Refusal RULE for a phone without form, TOO_MANY when phone or address ask too often
   */
  @Transactional
  public void request(VerificationPurpose purpose, @Nullable String phone, String ip) {
    issue(purpose, phoneOf(phone), ip, NO_HALL, true);
  }

  /** As {@link #request}, in the name of a hall. */
  @Transactional
  public void request(VerificationPurpose purpose, @Nullable String phone, String ip, String hall) {
    issue(purpose, phoneOf(phone), ip, hall, true);
  }

  /**
   * Uses up a code.
   *
   * @throws Refusal RULE with path {@code smsCode} when it is wrong, old, used or tried too often
   */
  public void verify(VerificationPurpose purpose, @Nullable String phone, @Nullable String code) {
    MobilePhone owner = phoneOf(phone);
    Optional<Problem> problem =
        separately.call(
            () -> {
              Optional<Problem> found = examine(purpose, owner, code, "smsCode");
              if (found.isEmpty()) {
                consume(purpose, owner);
              }
              return found;
            });
    problem.ifPresent(
        found -> {
          throw new Refusal(RefusalKind.RULE, List.of(found));
        });
  }

  /** Without {@code deliver} everything happens but the sending: the caller learns nothing. */
  void request(VerificationPurpose purpose, MobilePhone phone, String ip, boolean deliver) {
    issue(purpose, phone, ip, NO_HALL, deliver);
  }

  /** The same, in the name of a hall. */
  void request(
      VerificationPurpose purpose, MobilePhone phone, String ip, String hall, boolean deliver) {
    issue(purpose, phone, ip, hall, deliver);
  }

  /**
   * Compares without using up; a wrong try is counted. Call it in a transaction that commits even
   * when the request is refused.
   */
  Optional<Problem> examine(
      VerificationPurpose purpose, MobilePhone phone, @Nullable String code, String path) {
    if (code == null || code.isBlank()) {
      return Optional.of(Problem.of(path, "FIELD_REQUIRED"));
    }
    Optional<StoredCode> newest = codes.lockNewest(purpose, phoneHash(phone));
    if (newest.isEmpty()) {
      return Optional.of(Problem.of(path, "CODE_WRONG"));
    }
    StoredCode stored = newest.get();
    if (stored.usedAt() != null || !stored.expiresAt().isAfter(clock.instant())) {
      return Optional.of(Problem.of(path, "CODE_EXPIRED"));
    }
    if (stored.attempts() >= MAX_ATTEMPTS) {
      return Optional.of(Problem.of(path, "CODE_TRIED_TOO_OFTEN"));
    }
    if (!MessageDigest.isEqual(stored.codeHash(), codeHash(purpose, phone, code.strip()))) {
      codes.countAttempt(stored.id());
      return Optional.of(Problem.of(path, "CODE_WRONG"));
    }
    return Optional.empty();
  }

  /** Uses up the code just examined, in the same transaction. */
  void consume(VerificationPurpose purpose, MobilePhone phone) {
    codes
        .lockNewest(purpose, phoneHash(phone))
        .ifPresent(stored -> codes.markUsed(stored.id(), clock.instant()));
  }

  private void issue(
      VerificationPurpose purpose, MobilePhone phone, String ip, String hall, boolean deliver) {
    Duration wait = throttle.use(PER_PHONE_AND_MINUTE, phone.value());
    if (!wait.isZero()) {
      throw tooMany("CODE_TOO_SOON", wait.toSeconds() + 1);
    }
    if (!throttle.use(PER_PHONE_AND_DAY, phone.value()).isZero()) {
      throw tooMany("CODE_LIMIT_OF_DAY", PER_PHONE_AND_DAY.uses());
    }
    wait = throttle.use(PER_ADDRESS_AND_HOUR, ip);
    if (!wait.isZero()) {
      throw tooMany("CODE_LIMIT_OF_ADDRESS", wait.toMinutes() + 1);
    }
    String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
    Instant now = clock.instant();
    codes.add(purpose, phoneHash(phone), codeHash(purpose, phone, code), now, now.plus(VALIDITY));
    if (deliver) {
      sender.send(hall, purpose.name(), phone.value(), code, (int) VALIDITY.toMinutes());
    }
  }

  private static Refusal tooMany(String code, long number) {
    return new Refusal(RefusalKind.TOO_MANY, List.of(Problem.of("phone", code, number)));
  }

  private static MobilePhone phoneOf(@Nullable String phone) {
    return MobilePhone.parse(phone == null ? "" : phone)
        .orElseThrow(() -> Refusal.rule("phone", "PHONE_FORM"));
  }

  private byte[] phoneHash(MobilePhone phone) {
    return personalData.hash("phone", phone.value());
  }

  private byte[] codeHash(VerificationPurpose purpose, MobilePhone phone, String code) {
    return personalData.hash("code:" + purpose + ":" + phone.value(), code);
  }
}
