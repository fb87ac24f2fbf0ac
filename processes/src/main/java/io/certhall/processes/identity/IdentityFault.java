package io.certhall.processes.identity;

import org.jspecify.annotations.Nullable;

/** The provider gave no verdict: nothing is known and nothing is counted. */
public final class IdentityFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public IdentityFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
