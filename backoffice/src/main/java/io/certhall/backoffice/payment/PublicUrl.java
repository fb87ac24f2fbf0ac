package io.certhall.backoffice.payment;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the world reaches this hall: {@code certhall.public-url}. Without the setting it is this
 * machine at the port the server found, which is known only once it runs.
 */
@Component
public class PublicUrl {

  private final Environment environment;

  PublicUrl(Environment environment) {
    this.environment = environment;
  }

  /**
   * @param path begins with a slash
   */
  public URI of(String path) {
    return URI.create(base() + path);
  }

  private String base() {
    @Nullable String set = environment.getProperty("certhall.public-url");
    if (set != null && !set.isBlank()) {
      return set.strip().replaceAll("/+$", "");
    }
    String port =
        Objects.requireNonNullElseGet(
            environment.getProperty("local.server.port"),
            () -> environment.getProperty("server.port", "8080"));
    return "http://127.0.0.1:" + port;
  }
}
