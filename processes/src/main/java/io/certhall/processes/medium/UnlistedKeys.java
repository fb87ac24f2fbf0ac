package io.certhall.processes.medium;

/** What a hall does with a key that is in no lot. */
public enum UnlistedKeys {
  TAKE_IN,
  REFUSE
}
