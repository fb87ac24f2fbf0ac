package io.certhall.processes.payment;

import io.certhall.processes.order.Order;
import io.certhall.processes.order.ReviewStatus;

/** What the message of a received payment says comes next. */
final class NextStep {

  private NextStep() {}

  static String after(Order paid) {
    return paid.reviewStatus() == ReviewStatus.APPROVED ? "办理证书" : "资料审核";
  }
}
