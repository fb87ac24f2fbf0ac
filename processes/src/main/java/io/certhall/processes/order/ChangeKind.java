package io.certhall.processes.order;

/** What a CHANGE changes. */
public enum ChangeKind {
  NAME,
  LEGAL_REP,
  SEAL
}
