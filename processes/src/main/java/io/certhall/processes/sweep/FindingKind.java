package io.certhall.processes.sweep;

/** Why an order stands still; words under {@code FindingKind.<name>} in the bundle. */
public enum FindingKind {
  /** Submitted, but the engine has no instance and nobody promised one: started again. */
  NOT_STARTED,
  /** Its last step is done here, yet nothing followed: the completion is sent again. */
  NO_NEXT_STEP,
  /** A command the engine refused is parked; a person has to look. */
  COMMAND_PARKED,
  /** The order is over but tasks were left open: they are cancelled. */
  TASK_LEFT_OPEN
}
