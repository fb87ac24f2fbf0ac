package io.certhall.processes.order;

/** Why a certificate is replaced, reported lost, revoked or unlocked; words in the UI's bundles. */
public enum Cause {
  LOST,
  STOLEN,
  DAMAGED,
  PIN_LOCKED,
  PIN_FORGOTTEN,
  KEY_COMPROMISED,
  NO_LONGER_USED,
  DATA_CHANGED,
  /** The holder does not accept a new agreement. */
  AGREEMENT_CHANGED,
  FOUND,
  OTHER
}
