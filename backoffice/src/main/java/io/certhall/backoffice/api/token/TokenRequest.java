package io.certhall.backoffice.api.token;

import org.jspecify.annotations.Nullable;

/**
 * Login.
 *
 * @param captchaToken with {@code captcha}: demanded after some failures, see {@code /captchas}
 */
record TokenRequest(
    @Nullable String username,
    @Nullable String password,
    @Nullable String captchaToken,
    @Nullable String captcha) {

  /** Passwords stay out of logs. */
  @Override
  public String toString() {
    return "TokenRequest[username=" + username + "]";
  }
}
