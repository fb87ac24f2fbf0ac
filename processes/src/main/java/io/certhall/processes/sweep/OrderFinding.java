package io.certhall.processes.sweep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order that stands still.
 *
 * @param elementId the last step known, if any
 * @param repairs how often the sweep tried to mend it
 * @param goneAt since when the order moves again; null while it doesn't
 */
public record OrderFinding(
    String orderNo,
    FindingKind kind,
    @Nullable String elementId,
    int repairs,
    Instant foundAt,
    Instant seenAt,
    @Nullable Instant goneAt) {

  public boolean isOpen() {
    return goneAt == null;
  }
}
