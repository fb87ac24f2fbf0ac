package io.certhall.backoffice.api.account;

import org.jspecify.annotations.Nullable;

/** A new password in place of the current one. */
record PasswordChange(@Nullable String currentPassword, @Nullable String newPassword) {

  /** Passwords stay out of logs. */
  @Override
  public String toString() {
    return "PasswordChange[]";
  }
}
