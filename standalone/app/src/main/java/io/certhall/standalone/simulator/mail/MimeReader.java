package io.certhall.standalone.simulator.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/** Takes a mail apart: subject, text, files. */
final class MimeReader {

  private MimeReader() {}

  static ReceivedMail read(byte[] content, String from, List<String> to, Instant at)
      throws MessagingException, IOException {
    MimeMessage message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
    StringBuilder text = new StringBuilder();
    List<ReceivedMail.Attachment> attachments = new ArrayList<>();
    read(message, text, attachments);
    return new ReceivedMail(
        UUID.randomUUID().toString(),
        at,
        from,
        to,
        Objects.requireNonNullElse(message.getSubject(), ""),
        text.toString().strip(),
        attachments);
  }

  private static void read(Part part, StringBuilder text, List<ReceivedMail.Attachment> attachments)
      throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart each = several.getBodyPart(i);
        read(each, text, attachments);
      }
    } else if (part.getFileName() != null) {
      byte[] bytes = part.getInputStream().readAllBytes();
      attachments.add(
          new ReceivedMail.Attachment(
              MimeUtility.decodeText(part.getFileName()),
              new ContentType(part.getContentType()).getBaseType(),
              bytes.length,
              Base64.getEncoder().encodeToString(bytes)));
    } else if (part.isMimeType("text/plain")) {
      text.append(part.getContent()).append('\n');
    }
  }
}
