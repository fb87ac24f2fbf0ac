package io.certhall.processes.payment;

/** A payment as we see it. */
public enum PaymentState {
  /** Stored, not yet known to the provider. */
  CREATED,
  /** The payer can pay; for a transfer: the voucher is awaited. */
  OPEN,
  /** A transfer's voucher waits for finance. */
  CHECKING,
  PAID,
  /** Finance did not find the transfer. */
  REFUSED,
  /** Expired or given up unpaid. */
  CLOSED,
  FAILED
}
