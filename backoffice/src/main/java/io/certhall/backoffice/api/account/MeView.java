package io.certhall.backoffice.api.account;

import io.certhall.processes.account.AccountStatus;
import io.certhall.processes.account.AccountView;
import io.certhall.processes.security.Role;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The caller's account.
 *
 * @param phone masked
 */
record MeView(
    long accountId,
    String username,
    String displayName,
    @Nullable String phone,
    AccountStatus status,
    Set<Role> roles,
    @Nullable Instant lastLoginAt,
    int version) {

  static MeView of(AccountView account) {
    return new MeView(
        account.accountId(),
        account.username(),
        account.displayName(),
        account.phone(),
        account.status(),
        new TreeSet<>(account.roles()),
        account.lastLoginAt(),
        account.version());
  }
}
