package io.certhall.processes.order;

/** Review track of an order, apart from its state. */
public enum ReviewStatus {
  UNREVIEWED,
  IN_REVIEW,
  APPROVED,
  REJECTED
}
