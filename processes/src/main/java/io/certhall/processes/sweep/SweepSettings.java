package io.certhall.processes.sweep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param patience how long an order may stand without a task, a promised command or an incident
 *     before it counts as stuck, at least one minute
 * @param repairs how often a repair is tried before only a person can help, 0 to 20
 */
@ConfigurationProperties("certhall.sweep")
public record SweepSettings(
    @DefaultValue("10m") Duration patience, @DefaultValue("3") int repairs) {

  public SweepSettings {
    if (patience.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("certhall.sweep.patience must be at least 1m");
    }
    if (repairs < 0 || repairs > 20) {
      throw new IllegalArgumentException("certhall.sweep.repairs must be 0..20");
    }
  }
}
