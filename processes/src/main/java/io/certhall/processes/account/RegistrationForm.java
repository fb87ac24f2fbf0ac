package io.certhall.processes.account;

import org.jspecify.annotations.Nullable;

/**
 * What a new user enters; anything may be missing.
 *
 * @param displayName how the hall addresses the user; the user name when left out
 * @param agreement version of the registration agreement that was agreed to
 */
public record RegistrationForm(
    @Nullable String username,
    @Nullable String password,
    @Nullable String phone,
    @Nullable String smsCode,
    @Nullable String displayName,
    @Nullable String agreement) {

  /** Passwords and codes stay out of logs. */
  @Override
  public String toString() {
    return "RegistrationForm[username=" + username + "]";
  }
}
