package io.certhall.processes.policy.difference;

/** What happened to a file, a row or an element. */
public enum Change {
  ADDED,
  REMOVED,
  CHANGED
}
