package io.certhall.processes.identity;

import java.time.Instant;

/**
 * A way in for a phone.
 *
 * @param token goes into the address; opens once
 */
public record IdentityInvitation(String token, Instant expiresAt) {

  /** The token lets somebody in: it stays out of logs. */
  @Override
  public String toString() {
    return "IdentityInvitation[expiresAt=" + expiresAt + "]";
  }
}
