package io.certhall.processes.order;

/** What the timeline tells; words under {@code order.event.<kind>} in the bundle. */
public enum OrderEventKind {
  CREATED,
  SUBMITTED,
  RESUBMITTED,
  /** The engine reached a waiting step and the order entered its state. */
  ENTERED,
  IDENTITY_PROVEN,
  IDENTITY_FAILED,
  APPROVED,
  REJECTED,
  PAYMENT_OPENED,
  PAID,
  LATE_PAYMENT,
  /** The proof of a bank transfer was handed in; the note names the payment. */
  VOUCHER_SUBMITTED,
  /** Finance did not find the transfer; the note says why. */
  VOUCHER_REFUSED,
  KEY_PRODUCED,
  CERTIFICATE_ISSUED,
  ISSUING_PARKED,
  SHIPPED,
  RECEIVED,
  RECEIVED_AUTOMATICALLY,
  PICKED_UP,
  INVOICED,
  COMPLETED,
  WITHDRAWN,
  /** Staff ended the order; the note says why. */
  TERMINATED,
  CLOSED,
  REMINDED,
  KEY_ANNOUNCED,
  KEY_RECEIVED,
  KEY_READ,
  KEY_UPDATED,
  KEY_UPDATE_FAILED,
  HANDED_TO_STAFF,
  REMOTE_SESSION,
  CERTIFICATE_CHANGED,
  REFUND_REQUESTED,
  REFUNDED,
  /** The applicant rated the completed order; the note has the stars and the words. */
  RATED
}
