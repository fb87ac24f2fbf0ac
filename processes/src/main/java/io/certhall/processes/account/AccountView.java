package io.certhall.processes.account;

import io.certhall.processes.security.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as screens show it.
 *
 * @param phone masked
 */
public record AccountView(
    long accountId,
    String username,
    String displayName,
    @Nullable String phone,
    AccountStatus status,
    Set<Role> roles,
    @Nullable Instant lastLoginAt,
    int version) {}
