package io.certhall.backoffice.support;

import io.certhall.processes.security.Role;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the views on a temporary database to look at them: accounts {@code demo-applicant}, {@code
 * demo-new} (no profile yet) and {@code demo-reviewer}, password {@link Fixtures#PASSWORD}.
 */
public final class TryOut {

  private TryOut() {}

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(TestBackoffice.class);
    application.addInitializers(new TestDatabase());
    ConfigurableApplicationContext context = application.run(args);
    Fixtures fixtures = context.getBean(Fixtures.class);
    fixtures.account("demo-new", Role.APPLICANT);
    fixtures.account("demo-reviewer", Role.REVIEWER, Role.PRODUCER, Role.DISPATCHER);
    fixtures.approve(fixtures.account("demo-applicant", Role.APPLICANT), "gscamce");
  }
}
