package io.certhall.processes.notification;

import org.jspecify.annotations.Nullable;

/** The provider did not take the message. */
public final class SmsFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean passing;

  private SmsFault(String code, boolean passing, String message, @Nullable Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code;
    this.passing = passing;
  }

  /** Time-outs, 5xx, throttling: try again with the same idempotency key. */
  public static SmsFault passing(String code, String message, @Nullable Throwable cause) {
    return new SmsFault(code, true, message, cause);
  }

  /** Template, signature, number or account are refused: trying again does not help. */
  public static SmsFault permanent(String code, String message, @Nullable Throwable cause) {
    return new SmsFault(code, false, message, cause);
  }

  /** The provider's code, or ours where it gave none. */
  public String code() {
    return code;
  }

  public boolean isPassing() {
    return passing;
  }
}
