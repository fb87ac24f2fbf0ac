package io.certhall.processes.recovery;

/** How far a recovery is. */
public enum RecoveryState {
  OPEN,
  /** By as many officers as needed; the workers pack the key. */
  APPROVED,
  DELIVERED,
  REJECTED,
  WITHDRAWN,
  /** Nobody decided in time. */
  EXPIRED,
  /** The key could not be packed. */
  FAILED
}
