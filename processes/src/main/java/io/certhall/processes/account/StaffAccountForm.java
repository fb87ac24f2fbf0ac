package io.certhall.processes.account;

import io.certhall.processes.security.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account that the hall itself makes: staff, and the demo accounts. */
public record StaffAccountForm(
    @Nullable String username,
    @Nullable String displayName,
    @Nullable String password,
    @Nullable String phone,
    Set<Role> roles) {

  /** Passwords stay out of logs. */
  @Override
  public String toString() {
    return "StaffAccountForm[username=" + username + ", roles=" + roles + "]";
  }
}
