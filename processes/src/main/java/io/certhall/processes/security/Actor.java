package io.certhall.processes.security;

import io.certhall.processes.refusal.Refusal;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks. Every service takes the actor first and checks role and ownership itself; the UI only
 * hides.
 *
 * @param accountId 0 for the system itself
 */
public record Actor(long accountId, String name, Set<Role> roles) {

  public static final Actor SYSTEM = new Actor(0, "system", Set.of());

  public Actor {
    roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean isStaff() {
    return roles.stream().anyMatch(Role::isStaff);
  }

  /** Whether other people's applications, certificates and seals may be read. */
  public boolean readsCases() {
    return roles.stream().anyMatch(Role::readsCases);
  }

  public boolean isSystem() {
    return accountId == 0;
  }

  /**
   * @throws Refusal FORBIDDEN when the actor holds none of the roles; ADMIN is not a master key
   */
  public void require(Role... anyOf) {
    for (Role role : anyOf) {
      if (has(role)) {
        return;
      }
    }
    throw Refusal.forbidden("ROLE_MISSING");
  }
}
