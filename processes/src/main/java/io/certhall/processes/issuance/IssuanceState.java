package io.certhall.processes.issuance;

/** What became of a reservation. */
public enum IssuanceState {
  /** Serials and bytes are fixed; the next delivery of the job signs exactly them. */
  RESERVED,
  /** Nobody knows how it ended: no worker touches it until an administrator has decided. */
  PARKED,
  /** The pair is in the database: for good. */
  STORED,
  /** Given up with a reason; its serials are never used again. */
  VOID
}
