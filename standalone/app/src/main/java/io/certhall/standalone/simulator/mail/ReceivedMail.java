package io.certhall.standalone.simulator.mail;

import java.time.Instant;
import java.util.List;

/** A mail as it came. */
public record ReceivedMail(
    String id,
    Instant at,
    String from,
    List<String> to,
    String subject,
    String text,
    List<Attachment> attachments) {

  /**
   * A file that came along.
   *
   * @param content base64
   */
  public record Attachment(String name, String mediaType, int bytes, String content) {}
}
