package io.certhall.processes.payment;

import org.jspecify.annotations.Nullable;

/** A call to our notification address that must not change anything. */
public final class NotificationRefused extends PaymentGatewayException {

  private static final long serialVersionUID = 1L;

  public enum Reason {
    /** The signature is not the provider's, or the content was changed. */
    FORGED,
    /** Signed too long ago, or in the future. */
    STALE,
    /** Meant for another merchant or application. */
    WRONG_MERCHANT,
    /** Not in yuan. */
    WRONG_CURRENCY,
    /** Headers or fields are missing or unreadable. */
    MALFORMED
  }

  private final Reason reason;

  public NotificationRefused(Reason reason, String detail) {
    this(reason, detail, null);
  }

  public NotificationRefused(Reason reason, String detail, @Nullable Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
