package io.certhall.parts;

import org.jspecify.annotations.Nullable;

/** A local part could not be fetched, started or used; the message says what to do. */
public final class LocalPartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LocalPartException(String message) {
    this(message, null);
  }

  LocalPartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
