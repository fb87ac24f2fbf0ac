package io.certhall.backoffice.api.account;

import org.jspecify.annotations.Nullable;

/** A new password, proven by a code on the account's phone. */
record PasswordResetRequest(
    @Nullable String username,
    @Nullable String phone,
    @Nullable String smsCode,
    @Nullable String newPassword) {

  /** Passwords and codes stay out of logs. */
  @Override
  public String toString() {
    return "PasswordResetRequest[username=" + username + "]";
  }
}
