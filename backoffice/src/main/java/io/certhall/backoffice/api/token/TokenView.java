package io.certhall.backoffice.api.token;

import java.time.Instant;

/** A token as its owner gets it, once. */
record TokenView(String token, Instant expiresAt) {

  /** Tokens stay out of logs. */
  @Override
  public String toString() {
    return "TokenView[expiresAt=" + expiresAt + "]";
  }
}
