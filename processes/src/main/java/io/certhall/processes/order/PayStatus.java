package io.certhall.processes.order;

/** Payment track of an order, apart from its state. */
public enum PayStatus {
  FREE,
  UNPAID,
  PAYING,
  CHECKING,
  PAID,
  PART_REFUNDED,
  REFUNDING,
  REFUNDED
}
