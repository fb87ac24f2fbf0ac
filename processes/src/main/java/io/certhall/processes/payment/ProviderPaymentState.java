package io.certhall.processes.payment;

/** A payment as the provider sees it. */
public enum ProviderPaymentState {
  /** Open, nothing paid yet (also: the payer is typing the password). */
  NOT_PAID,
  PAID,
  /** Closed unpaid; a new payment number is needed. */
  CLOSED,
  /** Paid, then given back in part or in full. */
  REFUNDED,
  /** The provider could not take the money. */
  FAILED,
  /** The provider has no such payment. */
  NOT_FOUND
}
