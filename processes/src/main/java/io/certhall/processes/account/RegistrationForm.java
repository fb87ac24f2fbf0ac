package io.certhall.processes.account;

import org.jspecify.annotations.Nullable;

/**
 * What a new user enters; anything may be missing.
 *
 * @param displayName how the hall addresses the user; the user name when left out
 */
public record RegistrationForm(
    @Nullable String username,
    @Nullable String password,
    @Nullable String phone,
    @Nullable String smsCode,
    @Nullable String displayName) {

  /** Passwords and codes stay out of logs. */
  @Override
  public String toString() {
    return "RegistrationForm[username=" + username + "]";
  }
}
