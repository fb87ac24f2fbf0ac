package io.certhall.processes.account;

/** Whether an account may be used. */
public enum AccountStatus {
  ACTIVE,
  DISABLED
}
