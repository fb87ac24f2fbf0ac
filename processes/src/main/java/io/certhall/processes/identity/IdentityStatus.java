package io.certhall.processes.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far an order's identity check is.
 *
 * @param subjectName masked but for its first character
 * @param failures since the last pause
 * @param pausedUntil when it may go on; null when it may now
 */
public record IdentityStatus(
    String orderNo,
    State state,
    boolean organisation,
    String subjectName,
    Map<IdentityConsent, Instant> consents,
    Set<IdentitySide> photos,
    int failures,
    @Nullable Instant pausedUntil,
    @Nullable Instant passedAt) {

  /** Where the check stands. */
  public enum State {
    /** The order does not wait for it. */
    NOT_DUE,
    PENDING,
    PAUSED,
    PASSED
  }

  public boolean hasConsents() {
    return consents.keySet().containsAll(Set.of(IdentityConsent.values()));
  }

  public boolean hasPhotos() {
    return photos.containsAll(Set.of(IdentitySide.values()));
  }
}
