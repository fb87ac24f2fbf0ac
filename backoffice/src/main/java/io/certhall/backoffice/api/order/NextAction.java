package io.certhall.backoffice.api.order;

import io.certhall.processes.order.OrderState;

/** What has to happen next, whoever does it; words under {@code action.<name>}. */
enum NextAction {
  SUBMIT,
  VERIFY_IDENTITY,
  CONFIRM_BY_ADMINISTRATOR,
  PAY,
  CHECK_PAYMENT,
  REVIEW,
  CORRECT,
  SEND_KEY,
  ISSUE,
  UPDATE_KEY,
  RESET_REMOTELY,
  SHIP,
  CONFIRM_RECEIPT,
  PICK_UP,
  NONE;

  static NextAction of(OrderState state) {
    return switch (state) {
      case DRAFT -> SUBMIT;
      case IDENTITY_PENDING -> VERIFY_IDENTITY;
      case ADMIN_REVIEW -> CONFIRM_BY_ADMINISTRATOR;
      case PAYMENT_PENDING -> PAY;
      case PAYMENT_CHECKING -> CHECK_PAYMENT;
      case REVIEW_PENDING -> REVIEW;
      case REJECTED -> CORRECT;
      case KEY_INBOUND -> SEND_KEY;
      case ISSUE_PENDING -> ISSUE;
      case UPDATE_PENDING, UPDATE_FAILED -> UPDATE_KEY;
      case REMOTE_PENDING -> RESET_REMOTELY;
      case SHIP_PENDING -> SHIP;
      case SHIPPED -> CONFIRM_RECEIPT;
      case PICKUP_PENDING -> PICK_UP;
      case COMPLETED, CANCELLED, CLOSED -> NONE;
    };
  }
}
