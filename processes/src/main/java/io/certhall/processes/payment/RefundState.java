package io.certhall.processes.payment;

/** A refund as we see it. */
public enum RefundState {
  /** Promised; not yet sent to the provider. */
  REQUESTED,
  /** The provider works on it. */
  PROCESSING,
  /** Finance transfers it by hand. */
  MANUAL,
  /** The money is back. */
  REFUNDED,
  /** The provider gave it up: finance asks anew or transfers by hand. */
  FAILED,
  /** Asked anew under another number. */
  REPLACED;

  /** Promised and not yet back. */
  public boolean isOpen() {
    return this != REFUNDED && this != REPLACED;
  }
}
