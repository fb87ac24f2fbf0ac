package io.certhall.processes.account;

import static io.certhall.db.generated.Tables.THROTTLE;

import io.certhall.processes.privacy.PersonalData;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Captchas without stored challenges: the token carries its nonce, its end and keyed hashes of
 * itself and of the answer. A token is good for three minutes and for one answer, right or wrong;
 * used tokens are remembered in the table {@code throttle}, which all nodes share.
 */
@Service
public class CaptchaService {

  static final Duration VALIDITY = Duration.ofMinutes(3);
  static final int LENGTH = 5;

  private static final int NONCE = 16;
  private static final int HEAD = NONCE + Long.BYTES;
  private static final int HASH = 32;

  private final DSLContext dsl;
  private final PersonalData personalData;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CaptchaService(DSLContext dsl, PersonalData personalData, Clock clock) {
    this.dsl = dsl;
    this.personalData = personalData;
    this.clock = clock;
  }

  public Captcha create() {
    String answer = CaptchaPicture.randomText(random, LENGTH);
    return new Captcha(token(answer), CaptchaPicture.png(answer, random));
  }

  /** Whether the answer is right, in time, and the first one given for this token. */
  @Transactional
  public boolean check(@Nullable String token, @Nullable String answer) {
    if (token == null || answer == null) {
      return false;
    }
    byte[] bytes = decode(token);
    if (bytes.length != HEAD + 2 * HASH) {
      return false;
    }
    byte[] head = Arrays.copyOf(bytes, HEAD);
    byte[] seal = Arrays.copyOfRange(bytes, HEAD, HEAD + HASH);
    byte[] answerHash = Arrays.copyOfRange(bytes, HEAD + HASH, bytes.length);
    if (!MessageDigest.isEqual(seal, seal(head, answerHash))) {
      return false;
    }
    Instant until = Instant.ofEpochMilli(ByteBuffer.wrap(head).getLong(NONCE));
    return until.isAfter(clock.instant())
        && isFirstUse(head, until)
        && MessageDigest.isEqual(answerHash, answerHash(head, answer));
  }

  String token(String answer) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    long until = clock.instant().plus(VALIDITY).toEpochMilli();
    byte[] head = ByteBuffer.allocate(HEAD).put(nonce).putLong(until).array();
    byte[] answerHash = answerHash(head, answer);
    byte[] token =
        ByteBuffer.allocate(HEAD + 2 * HASH)
            .put(head)
            .put(seal(head, answerHash))
            .put(answerHash)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private boolean isFirstUse(byte[] head, Instant until) {
    return dsl.insertInto(
                THROTTLE,
                THROTTLE.THROTTLE_KEY,
                THROTTLE.FAILURES,
                THROTTLE.WINDOW_STARTED_AT,
                THROTTLE.BLOCKED_UNTIL)
            .values(personalData.hash("captcha-used", hex(head)), 1, clock.instant(), until)
            .onDuplicateKeyIgnore()
            .execute()
        == 1;
  }

  private byte[] answerHash(byte[] head, String answer) {
    String text = answer.strip().toUpperCase(Locale.ROOT);
    return personalData.hash("captcha-answer:" + hex(head), text);
  }

  private byte[] seal(byte[] head, byte[] answerHash) {
    return personalData.hash("captcha-seal", hex(head) + hex(answerHash));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] decode(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
