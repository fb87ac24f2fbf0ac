package io.certhall.processes.payment;

/** Why a line of a bank statement was not applied by itself. */
public enum StatementFinding {
  /** The remark names no order. */
  NO_ORDER_NUMBER,
  ORDER_UNKNOWN,
  /** The order is over: the money goes back by the desk for late transfers. */
  ORDER_OVER,
  /** The applicant has not handed in his voucher yet; matching again later helps. */
  NO_VOUCHER,
  /** No transfer of this order is waiting. */
  NOT_AWAITED,
  AMOUNT_DIFFERS,
  /** Nobody confirms his own order's money. */
  OWN_ORDER,
  /** A colleague is looking at it. */
  CLAIMED
}
