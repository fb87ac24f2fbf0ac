package io.certhall.backoffice.home.ui;

import io.certhall.processes.policy.PublishedPolicy;

/** Whether a hall asks for the money before or after it has looked at the papers. */
public enum PayOrder {
  BEFORE_REVIEW,
  AFTER_REVIEW;

  private static final long ANY_AMOUNT = 1;

  /** As the hall's diagram draws it for a new certificate. */
  public static PayOrder of(PublishedPolicy hall) {
    String holder = hall.settings().holders().getFirst();
    return hall.firstState("NEW", holder, ANY_AMOUNT).equals("REVIEW_PENDING")
        ? AFTER_REVIEW
        : BEFORE_REVIEW;
  }
}
