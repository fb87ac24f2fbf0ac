package io.certhall.processes.issuance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param parkAfter how long a reservation may stay unfinished before it is parked, at least one
 *     minute: longer than the engine's retries take
 * @param attempts failures after signing that park a reservation, 1 to 20
 */
@ConfigurationProperties("certhall.issuing")
public record IssuanceSettings(
    @DefaultValue("30m") Duration parkAfter, @DefaultValue("2") int attempts) {

  public IssuanceSettings {
    if (parkAfter.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("certhall.issuing.park-after must be at least 1m");
    }
    if (attempts < 1 || attempts > 20) {
      throw new IllegalArgumentException("certhall.issuing.attempts must be 1..20");
    }
  }
}
