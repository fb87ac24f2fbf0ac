package io.certhall.processes.account;

import java.time.Duration;

/**
 * So many uses within a window, which begins with the first use.
 *
 * @param scope what is counted, e.g. {@code login-user}
 */
public record ThrottleLimit(String scope, int uses, Duration window) {

  public ThrottleLimit {
    if (uses < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("a limit needs at least one use and a positive window");
    }
  }
}
