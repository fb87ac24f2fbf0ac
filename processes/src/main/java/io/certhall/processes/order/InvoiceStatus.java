package io.certhall.processes.order;

/** Invoice track of an order, apart from its state. */
public enum InvoiceStatus {
  NOT_REQUESTED,
  REQUESTED,
  ISSUED,
  SENT,
  REJECTED,
  REVERSED
}
