package io.certhall.processes.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message in someone's inbox.
 *
 * @param messageId kind of message, e.g. MSG-10
 * @param orderNo the order it is about, if any
 */
public record InboxMessage(
    long id,
    String hall,
    String messageId,
    @Nullable String orderNo,
    String zh,
    String en,
    Instant at,
    @Nullable Instant readAt) {

  public boolean isUnread() {
    return readAt == null;
  }
}
