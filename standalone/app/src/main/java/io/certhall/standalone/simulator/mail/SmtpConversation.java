package io.certhall.standalone.simulator.mail;

import jakarta.mail.MessagingException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The few words of RFC 5321 a client needs to hand over a mail. */
final class SmtpConversation {

  private static final int LONGEST_LINE = 4096;
  private static final int LARGEST_MAIL = 20 * 1024 * 1024;

  private final InputStream in;
  private final OutputStream out;
  private final MailBox box;
  private final Clock clock;
  private @Nullable String from;
  private final List<String> to = new ArrayList<>();

  SmtpConversation(InputStream in, OutputStream out, MailBox box, Clock clock) {
    this.in = new BufferedInputStream(in);
    this.out = out;
    this.box = box;
    this.clock = clock;
  }

  void run() throws IOException {
    answer("220 certhall mail simulator");
    while (true) {
      String line = line();
      if (line == null) {
        return;
      }
      String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (verb) {
        case "EHLO" -> answer("250-certhall", "250-8BITMIME", "250 SIZE " + LARGEST_MAIL);
        case "HELO" -> answer("250 certhall");
        case "MAIL" -> {
          from = address(line);
          to.clear();
          answer("250 OK");
        }
        case "RCPT" -> recipient(line);
        case "DATA" -> data();
        case "RSET" -> {
          from = null;
          to.clear();
          answer("250 OK");
        }
        case "NOOP" -> answer("250 OK");
        case "QUIT" -> {
          answer("221 bye");
          return;
        }
        default -> answer("500 unknown command");
      }
    }
  }

  private void recipient(String line) throws IOException {
    String address = address(line);
    if (from == null) {
      answer("503 MAIL first");
    } else if (!address.contains("@")) {
      answer("501 no address");
    } else {
      to.add(address);
      answer("250 OK");
    }
  }

  private void data() throws IOException {
    String sender = from;
    if (sender == null || to.isEmpty()) {
      answer("503 RCPT first");
      return;
    }
    answer("354 end with a dot");
    byte[] content = content();
    if (content.length == 0) {
      answer("552 too large or cut short");
      return;
    }
    try {
      box.add(MimeReader.read(content, sender, List.copyOf(to), clock.instant()));
      answer("250 OK");
    } catch (MessagingException unreadable) {
      answer("554 not a mail");
    }
    from = null;
    to.clear();
  }

  /** Up to the lonely dot; empty when it grows too large. */
  private byte[] content() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    boolean tooLarge = false;
    while (true) {
      byte[] line = bytes();
      if (line == null || (line.length == 1 && line[0] == '.')) {
        return tooLarge || line == null ? new byte[0] : content.toByteArray();
      }
      int start = line.length > 1 && line[0] == '.' ? 1 : 0;
      if (content.size() + line.length > LARGEST_MAIL) {
        tooLarge = true;
      } else {
        content.write(line, start, line.length - start);
        content.write('\r');
        content.write('\n');
      }
    }
  }

  private @Nullable String line() throws IOException {
    byte[] bytes = bytes();
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  /** One line without its end; null at the end of the conversation. */
  private byte @Nullable [] bytes() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int read = in.read();
    if (read < 0) {
      return null;
    }
    while (read >= 0 && read != '\n') {
      if (line.size() > LONGEST_LINE) {
        throw new IOException("line too long");
      }
      line.write(read);
      read = in.read();
    }
    byte[] bytes = line.toByteArray();
    return bytes.length > 0 && bytes[bytes.length - 1] == '\r'
        ? java.util.Arrays.copyOf(bytes, bytes.length - 1)
        : bytes;
  }

  private static String address(String line) {
    int open = line.indexOf('<');
    int close = line.indexOf('>', open + 1);
    return open < 0 || close < 0 ? "" : line.substring(open + 1, close).strip();
  }

  private void answer(String... lines) throws IOException {
    out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
