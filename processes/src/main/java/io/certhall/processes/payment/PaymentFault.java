package io.certhall.processes.payment;

import org.jspecify.annotations.Nullable;

/** The provider did not do what we asked. */
public final class PaymentFault extends PaymentGatewayException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean passing;

  private PaymentFault(String code, boolean passing, String message, @Nullable Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code;
    this.passing = passing;
  }

  /** Time-outs, 5xx, throttling: the same call may succeed later, and may have been carried out. */
  public static PaymentFault passing(String code, String message, @Nullable Throwable cause) {
    return new PaymentFault(code, true, message, cause);
  }

  /** The same call will fail again: somebody must change something. */
  public static PaymentFault permanent(String code, String message, @Nullable Throwable cause) {
    return new PaymentFault(code, false, message, cause);
  }

  /** The provider's code, or ours where it gave none. */
  public String code() {
    return code;
  }

  public boolean isPassing() {
    return passing;
  }
}
