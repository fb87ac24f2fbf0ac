package io.certhall.workers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Takes every mail, except the first ones to an address that a test has blocked. */
class ScriptedMailServer extends JavaMailSenderImpl {

  private final List<MimeMessage> taken = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  void failsFor(String address, int times) {
    failures.put(address, times);
  }

  List<MimeMessage> takenFor(String address) {
    return taken.stream().filter(message -> to(message).equals(address)).toList();
  }

  @Override
  public void send(MimeMessage message) {
    int left = failures.getOrDefault(to(message), 0);
    if (left > 0) {
      failures.put(to(message), left - 1);
      throw new MailSendException("421 too busy");
    }
    taken.add(message);
  }

  private static String to(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
