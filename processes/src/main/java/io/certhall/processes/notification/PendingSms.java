package io.certhall.processes.notification;

import java.time.Instant;
import java.util.Map;

/**
 * A text message to be sent now.
 *
 * @param phone in clear
 * @param text what the phone will show
 * @param values for the provider's template
 * @param attempts this one included
 */
public record PendingSms(
    long id,
    String hall,
    String messageId,
    String phone,
    String text,
    Map<String, String> values,
    int attempts,
    Instant createdAt) {

  /** The same for each attempt. */
  public String idempotencyKey() {
    return "N" + id;
  }

  /** Phone and words stay out of logs. */
  @Override
  public String toString() {
    return "PendingSms[id=" + id + ", hall=" + hall + ", messageId=" + messageId + "]";
  }
}
