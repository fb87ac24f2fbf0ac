package io.certhall.backoffice.shell;

import com.vaadin.flow.server.VaadinServiceInitListener;
import io.certhall.processes.refusal.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What no view caught: a refusal is told in words, a fault is logged and told by its number. */
@Configuration(proxyBeanMethods = false)
class UncaughtErrors {

  private static final Logger log = LoggerFactory.getLogger(UncaughtErrors.class);

  @Bean
  VaadinServiceInitListener tellUncaughtErrors() {
    return service ->
        service
            .getSource()
            .addSessionInitListener(
                session -> session.getSession().setErrorHandler(e -> tell(e.getThrowable())));
  }

  private static void tell(Throwable error) {
    Refusal refused = refusal(error);
    if (refused != null) {
      Refusals.show(refused);
      return;
    }
    Refusals.showError(Texts.of("shell.fault", note(error)));
  }

  /** Logs a fault and gives the number under which it is found. */
  static String note(Throwable error) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    log.error("fault {}", number, error);
    return number;
  }

  static @Nullable Refusal refusal(@Nullable Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refused) {
        return refused;
      }
    }
    return null;
  }
}
