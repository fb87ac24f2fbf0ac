package io.certhall.processes.seal;

/** How far a seal of a draft has got. */
public enum StampState {
  /** The sheet is not there yet. */
  MISSING,
  /** The sheet is there; the applicant has not agreed to a picture. */
  OPEN,
  CONFIRMED
}
