package io.certhall.processes.order;

/** One certificate of an order. */
public enum ItemStatus {
  OPEN,
  IN_PROGRESS,
  DONE,
  FAILED,
  CANCELLED
}
