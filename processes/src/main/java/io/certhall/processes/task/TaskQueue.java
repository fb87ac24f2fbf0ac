package io.certhall.processes.task;

import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Role;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a waiting step waits; the codes (lower case) are used in policies and in the REST API. */
public enum TaskQueue {
  PROFILE(Role.REVIEWER),
  REVIEW(Role.REVIEWER),
  PRODUCTION(Role.PRODUCER),
  DISPATCH(Role.DISPATCHER),
  PICKUP(Role.DISPATCHER),
  FINANCE(Role.FINANCE),
  REMOTE(Role.PRODUCER),
  ADMINISTRATOR(null),
  /** Staff confirm that the applicant's key came. */
  INBOUND(Role.DISPATCHER),
  /** The applicant proves who he is. */
  IDENTITY(null),
  /** The holder's key is read, item by item. */
  UPDATE(null),
  /** The holder's key takes the new certificate, item by item. */
  INSTALL(null),
  /** A key did not take it: try again, or let staff help. */
  REPAIR(null),
  /** The applicant corrects a rejected order. */
  CORRECT(null),
  /** The applicant pays. */
  PAYMENT(null),
  /** The applicant confirms receipt. */
  RECEIVE(null);

  private final @Nullable Role role;

  TaskQueue(@Nullable Role role) {
    this.role = role;
  }

  /** The staff role that works this queue; null where the applicant acts on the order's page. */
  public @Nullable Role role() {
    return role;
  }

  /** One task for each certificate of the order that is not done. */
  public boolean isPerItem() {
    return this == PRODUCTION || this == UPDATE || this == INSTALL;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TaskQueue ofCode(String code) {
    try {
      return valueOf(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("queue", "QUEUE_UNKNOWN", code);
    }
  }
}
