package io.certhall.processes.order;

import java.util.EnumSet;
import java.util.Set;

/** States of an order; each says whose move it is. Codes are part of the REST contract. */
public enum OrderState {
  DRAFT(Mover.APPLICANT),
  IDENTITY_PENDING(Mover.APPLICANT),
  ADMIN_REVIEW(Mover.ENTERPRISE_ADMIN),
  PAYMENT_PENDING(Mover.APPLICANT),
  PAYMENT_CHECKING(Mover.FINANCE),
  REVIEW_PENDING(Mover.REVIEWER),
  REJECTED(Mover.APPLICANT),
  KEY_INBOUND(Mover.APPLICANT),
  ISSUE_PENDING(Mover.PRODUCER),
  UPDATE_PENDING(Mover.APPLICANT),
  UPDATE_FAILED(Mover.APPLICANT),
  REMOTE_PENDING(Mover.PRODUCER),
  SHIP_PENDING(Mover.DISPATCHER),
  SHIPPED(Mover.APPLICANT),
  PICKUP_PENDING(Mover.APPLICANT),
  COMPLETED(Mover.NOBODY),
  CANCELLED(Mover.NOBODY),
  CLOSED(Mover.NOBODY);

  /** Who acts next. */
  public enum Mover {
    APPLICANT,
    ENTERPRISE_ADMIN,
    REVIEWER,
    PRODUCER,
    DISPATCHER,
    FINANCE,
    NOBODY
  }

  private static final Set<OrderState> ENDED = EnumSet.of(COMPLETED, CANCELLED, CLOSED);
  private static final Set<OrderState> EDITABLE = EnumSet.of(DRAFT, REJECTED);
  private static final Set<OrderState> WITHDRAWABLE =
      EnumSet.of(
          IDENTITY_PENDING,
          ADMIN_REVIEW,
          PAYMENT_PENDING,
          PAYMENT_CHECKING,
          REVIEW_PENDING,
          REJECTED);

  private final Mover mover;

  OrderState(Mover mover) {
    this.mover = mover;
  }

  public Mover mover() {
    return mover;
  }

  public boolean isEnded() {
    return ENDED.contains(this);
  }

  /** Form and attachments may change. */
  public boolean isEditable() {
    return EDITABLE.contains(this);
  }

  /** The applicant may still cancel a submitted order: nothing has been issued (T22). */
  public boolean isWithdrawable() {
    return WITHDRAWABLE.contains(this);
  }
}
