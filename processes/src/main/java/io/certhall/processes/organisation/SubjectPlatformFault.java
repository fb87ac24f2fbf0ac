package io.certhall.processes.organisation;

import org.jspecify.annotations.Nullable;

/** The platform gave no answer that can be used: nothing is known about the unit. */
public final class SubjectPlatformFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SubjectPlatformFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
