package io.certhall.processes.payment;

/** A payment as we see it. */
public enum PaymentState {
  /** Stored, not yet known to the provider. */
  CREATED,
  /** The payer can pay. */
  OPEN,
  PAID,
  /** Expired or given up unpaid. */
  CLOSED,
  FAILED
}
