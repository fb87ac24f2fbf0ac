package io.certhall.processes.payment;

/** A refund as the provider sees it. */
public enum ProviderRefundState {
  PROCESSING,
  SUCCESS,
  /** Failed for good: ask again with a new refund number. */
  CLOSED,
  /** The payer's account took no money: someone must act at the provider. Not final. */
  ABNORMAL,
  /** The provider has no such refund. */
  NOT_FOUND
}
