package io.certhall.workers.mail;

import io.certhall.processes.invoice.InvoiceMails;
import io.certhall.processes.notification.MailQueue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Wires the mail server ({@code spring.mail.*}); without one mails wait in the table. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
class MailConfiguration {

  @Bean
  MailDispatcher mailDispatcher(
      MailQueue queue,
      InvoiceMails invoices,
      JavaMailSender server,
      @Value("${certhall.mail.from:no-reply@certhall.example}") String from) {
    return new MailDispatcher(queue, invoices, new MailSender(server, from));
  }
}
