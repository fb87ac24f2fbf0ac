package io.certhall.processes.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One hall's approval of one profile.
 *
 * @param reason why it was rejected, or why it fell back
 */
public record Approval(
    String hall,
    ApprovalState state,
    @Nullable String reason,
    @Nullable Instant submittedAt,
    @Nullable Instant decidedAt) {

  static Approval none(String hall) {
    return new Approval(hall, ApprovalState.INCOMPLETE, null, null, null);
  }
}
