package io.certhall.workers.ceremony;

/** A command that was not carried out; the message says why, in Chinese and English. */
public final class CommandRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandRefused(String message) {
    super(message);
  }

  CommandRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
