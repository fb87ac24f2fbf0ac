package io.certhall.workers.mail;

import io.certhall.processes.invoice.InvoiceFile;
import io.certhall.processes.notification.PendingMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Puts one stored mail into a message and gives it to the mail server. */
final class MailSender {

  private final JavaMailSender server;
  private final String from;

  MailSender(JavaMailSender server, String from) {
    this.server = server;
    this.from = from;
  }

  /**
   * @throws MailException when the server can't be reached or does not take it
   */
  void send(PendingMail mail, @Nullable InvoiceFile file) {
    MimeMessage message = server.createMimeMessage();
    try {
      MimeMessageHelper helper =
          new MimeMessageHelper(message, file != null, StandardCharsets.UTF_8.name());
      helper.setFrom(from);
      helper.setTo(mail.recipient());
      helper.setSubject(mail.subject());
      helper.setText(mail.text());
      if (file != null) {
        helper.addAttachment(
            file.fileName(), new ByteArrayResource(file.content()), "application/pdf");
      }
    } catch (MessagingException e) {
      throw new MailPreparationException(e);
    }
    server.send(message);
  }
}
