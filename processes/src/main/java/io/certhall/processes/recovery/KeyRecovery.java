package io.certhall.processes.recovery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recovery.
 *
 * @param needed approvals it takes
 */
public record KeyRecovery(
    long id,
    String hall,
    RecoveryKind kind,
    RecoveryState state,
    String encryptionSerial,
    String commonName,
    String reason,
    @Nullable String authority,
    @Nullable String caseNo,
    String recipientSubject,
    int needed,
    long requestedBy,
    String requestedName,
    Instant requestedAt,
    Instant expiresAt,
    @Nullable String failure,
    List<Decision> decisions) {

  /** What one officer decided. */
  public record Decision(
      long officerId, String officer, boolean approved, @Nullable String note, Instant at) {}

  public long approvals() {
    return decisions.stream().filter(Decision::approved).count();
  }

  public boolean isDecidedBy(long officerId) {
    return decisions.stream().anyMatch(decision -> decision.officerId() == officerId);
  }

  KeyRecovery with(List<Decision> made) {
    return new KeyRecovery(
        id,
        hall,
        kind,
        state,
        encryptionSerial,
        commonName,
        reason,
        authority,
        caseNo,
        recipientSubject,
        needed,
        requestedBy,
        requestedName,
        requestedAt,
        expiresAt,
        failure,
        List.copyOf(made));
  }
}
