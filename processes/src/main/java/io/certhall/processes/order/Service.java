package io.certhall.processes.order;

/** What can be applied for. */
public enum Service {
  NEW,
  RENEW,
  REPLACE,
  CHANGE,
  UNLOCK,
  REVOKE,
  REPORT_LOSS,
  CANCEL_LOSS,
  ADD_SEAL,
  EXCHANGE
}
