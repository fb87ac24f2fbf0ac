package io.certhall.workers.mail;

import io.certhall.processes.configuration.ProcessesConfiguration;
import io.certhall.processes.invoice.InvoiceMails;
import io.certhall.processes.notification.MailQueue;
import io.certhall.processes.support.RecordedEngine;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The rules of an order with a dispatcher of mails, and a mail server that obeys. */
@EnableAutoConfiguration
@Import({ProcessesConfiguration.class, RecordedEngine.class, ScriptedMailServer.class})
class MailHall {

  @Bean
  MailDispatcher mailDispatcher(MailQueue queue, InvoiceMails invoices, ScriptedMailServer server) {
    return new MailDispatcher(queue, invoices, new MailSender(server, "hall@example.cn"));
  }
}
