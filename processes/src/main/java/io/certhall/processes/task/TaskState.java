package io.certhall.processes.task;

/** Life of a human task. */
public enum TaskState {
  OPEN,
  CLAIMED,
  DONE,
  /** The step ended without a person: timer, withdrawal, restart of the engine. */
  CANCELLED
}
