package io.certhall.processes.identity;

import io.certhall.processes.security.Actor;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right to do the check of one order: the owner's own, or that of a phone let in by his
 * invitation.
 */
public final class IdentityAccess {

  private final String orderNo;
  private final Actor actor;
  private final @Nullable Instant until;

  private IdentityAccess(String orderNo, Actor actor, @Nullable Instant until) {
    this.orderNo = orderNo;
    this.actor = actor;
    this.until = until;
  }

  /** Ownership is checked when it is used. */
  public static IdentityAccess of(Actor owner, String orderNo) {
    return new IdentityAccess(orderNo, owner, null);
  }

  static IdentityAccess ofPhone(String orderNo, long owner, String ownerName, Instant until) {
    return new IdentityAccess(orderNo, new Actor(owner, ownerName, Set.of()), until);
  }

  public String orderNo() {
    return orderNo;
  }

  Actor actor() {
    return actor;
  }

  boolean isPhone() {
    return until != null;
  }

  boolean isOver(Instant now) {
    return until != null && !until.isAfter(now);
  }
}
