package io.certhall.workers;

import io.certhall.workers.configuration.WorkersConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The workers as a process of their own. Only what they need is configured, so that in the
 * standalone hall, where the web parts lie on the class path, none of them starts here.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(WorkersConfiguration.class)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  JooqAutoConfiguration.class,
  MailSenderAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
public class WorkersApplication {

  public static void main(String[] args) {
    SpringApplication.run(WorkersApplication.class, args);
  }
}
