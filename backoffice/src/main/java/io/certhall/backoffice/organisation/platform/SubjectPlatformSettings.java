package io.certhall.backoffice.organisation.platform;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the platforms are reached, by hall; a hall that names no platform in its policy reads none.
 */
@ConfigurationProperties("certhall.subject-platform")
public record SubjectPlatformSettings(Map<String, Connection> halls) {

  /**
   * @param endpoint before {@code /subjects/CREDIT-CODE}
   * @param secret shared with the platform; both sides sign with it
   */
  public record Connection(URI endpoint, String appId, String secret) {

    public Connection {
      if (endpoint == null || appId == null || secret == null || secret.isBlank()) {
        throw new IllegalArgumentException(
            "certhall.subject-platform.halls.*: endpoint, app-id and secret are needed");
      }
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
      return "Connection[endpoint=" + endpoint + ", appId=" + appId + "]";
    }
  }

  public SubjectPlatformSettings {
    halls = halls == null ? Map.of() : Map.copyOf(halls);
  }
}
