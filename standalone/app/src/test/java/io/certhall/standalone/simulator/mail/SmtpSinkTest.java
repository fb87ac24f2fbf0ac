package io.certhall.standalone.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class SmtpSinkTest {

  @TempDir private Path data = Path.of("");

  @Test
  void a_mail_with_a_file_arrives_whole_and_survives_a_restart() throws Exception {
    try (SmtpSink sink = SmtpSink.open(data, Clock.systemUTC())) {
      send(sink, "buyer@example.cn");
      send(sink, "other@example.cn");

      ReceivedMail mail = sink.box().mails("BUYER@example.cn").getFirst();
      assertThat(mail.subject()).isEqualTo("电子发票已开具");
      assertThat(mail.text()).isEqualTo("订单的电子发票见附件。\n.开头的行也完整");
      assertThat(mail.attachments())
          .singleElement()
          .satisfies(
              file -> {
                assertThat(file.name()).isEqualTo("发票-12345678901234567890.pdf");
                assertThat(file.mediaType()).isEqualTo("application/pdf");
                assertThat(Base64.getDecoder().decode(file.content()))
                    .isEqualTo(new byte[] {'%', 'P', 'D', 'F', 0, 13, 10, 46, 13, 10});
              });
      assertThat(sink.box().mails(null)).hasSize(2);
      assertThat(sink.box().mails("nobody@example.cn")).isEmpty();
    }
    try (SmtpSink again = SmtpSink.open(data, Clock.systemUTC())) {
      assertThat(again.box().mails(null)).hasSize(2);
    }
  }

  @Test
  void commands_out_of_order_are_refused() throws Exception {
    try (SmtpSink sink = SmtpSink.open(data, Clock.systemUTC());
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), sink.port())) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(in.readLine()).startsWith("220");
      assertThat(say(socket, in, "DATA")).startsWith("503");
      assertThat(say(socket, in, "RCPT TO:<a@b.cn>")).startsWith("503");
      assertThat(say(socket, in, "MAIL FROM:<a@b.cn>")).startsWith("250");
      assertThat(say(socket, in, "RCPT TO:<nobody>")).startsWith("501");
      assertThat(say(socket, in, "DATA")).startsWith("503");
      assertThat(say(socket, in, "VRFY x")).startsWith("500");
      assertThat(say(socket, in, "QUIT")).startsWith("221");
    }
  }

  private static String say(Socket socket, BufferedReader in, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return in.readLine();
  }

  private static void send(SmtpSink sink, String to) throws Exception {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(sink.port());
    MimeMessage message = sender.createMimeMessage();
    MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
    helper.setFrom("hall@example.cn");
    helper.setTo(to);
    helper.setSubject("电子发票已开具");
    helper.setText("订单的电子发票见附件。\n.开头的行也完整");
    helper.addAttachment(
        "发票-12345678901234567890.pdf",
        new ByteArrayResource(new byte[] {'%', 'P', 'D', 'F', 0, 13, 10, 46, 13, 10}),
        "application/pdf");
    sender.send(message);
  }
}
