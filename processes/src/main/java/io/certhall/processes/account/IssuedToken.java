package io.certhall.processes.account;

import java.time.Instant;

/**
 * A token as its owner gets it, once; the database holds its hash only.
 *
 * @param token 43 characters, URL-safe
 */
public record IssuedToken(String token, Instant expiresAt) {

  /** Tokens stay out of logs. */
  @Override
  public String toString() {
    return "IssuedToken[expiresAt=" + expiresAt + "]";
  }
}
