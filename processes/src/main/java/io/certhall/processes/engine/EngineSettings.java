package io.certhall.processes.engine;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the engine is.
 *
 * @param grpcAddress e.g. {@code http://127.0.0.1:26500}
 * @param maxInFlight commands under way at once from this process, 1..1000
 */
@ConfigurationProperties("certhall.engine")
public record EngineSettings(URI grpcAddress, @DefaultValue("64") int maxInFlight) {

  public EngineSettings {
    if (maxInFlight < 1 || maxInFlight > 1000) {
      throw new IllegalArgumentException("certhall.engine.max-in-flight must be 1..1000");
    }
  }
}
