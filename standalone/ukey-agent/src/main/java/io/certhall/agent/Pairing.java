package io.certhall.agent;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The code the agent shows and the page asks for once; after that the page has a token, valid for
 * its origin only. A few wrong codes close the door for a while and make a new code.
 */
final class Pairing {

  static final int MOST_WRONG = 5;
  static final Duration CLOSED = Duration.ofMinutes(1);

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;
  private final java.util.function.Consumer<String> shown;
  private final Map<String, String> originOfToken = new HashMap<>();
  private String code = "";
  private int wrong;
  private Instant closedUntil = Instant.MIN;

  /**
   * @param shown shows a new code to the user
   */
  Pairing(Clock clock, java.util.function.Consumer<String> shown) {
    this.clock = clock;
    this.shown = shown;
    renew();
  }

  synchronized String pair(String origin, @Nullable String told) {
    if (clock.instant().isBefore(closedUntil)) {
      throw new Answer(429, "PAIRING_CLOSED", "too many wrong codes: wait a minute");
    }
    if (told == null || !MessageDigest.isEqual(code.getBytes(), told.strip().getBytes())) {
      wrong++;
      if (wrong >= MOST_WRONG) {
        wrong = 0;
        closedUntil = clock.instant().plus(CLOSED);
        renew();
      }
      throw new Answer(403, "PAIRING_CODE_WRONG", "code: not the one the agent shows");
    }
    wrong = 0;
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    originOfToken.put(token, origin);
    renew();
    return token;
  }

  synchronized boolean isPaired(String origin, @Nullable String authorization) {
    return authorization != null
        && authorization.startsWith("Bearer ")
        && origin.equals(originOfToken.get(authorization.substring("Bearer ".length())));
  }

  synchronized String code() {
    return code;
  }

  private void renew() {
    code = String.format("%06d", random.nextInt(1_000_000));
    shown.accept(code);
  }
}
