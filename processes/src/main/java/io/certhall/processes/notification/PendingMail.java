package io.certhall.processes.notification;

import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent now.
 *
 * @param invoiceNo the invoice that goes along as a file
 * @param attempts this one included
 */
public record PendingMail(
    long id,
    String hall,
    String recipient,
    String subject,
    String text,
    @Nullable String invoiceNo,
    int attempts) {

  /** Address and words stay out of logs. */
  @Override
  public String toString() {
    return "PendingMail[id=" + id + ", attempts=" + attempts + "]";
  }
}
