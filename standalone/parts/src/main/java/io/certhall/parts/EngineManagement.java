package io.certhall.parts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The broker's own management endpoint. */
final class EngineManagement {
  /** The gateway knows partition 1's leader: before that, commands are answered UNAVAILABLE. */
  private static final Pattern LEADER =
      Pattern.compile(
          "(?m)^zeebe_gateway_topology_partition_roles\\{[^}]*partition=\"1\"[^}]*} 3\\.0$");

  private static final Pattern HEALTHY =
      Pattern.compile("(?m)^zeebe_health\\{[^}]*partition=\"1\"[^}]*} 1\\.0$");
  private static final Pattern EPOCH_MILLI = Pattern.compile("\"epochMilli\":(\\d{1,18})");
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final URI address;

  EngineManagement(URI address) {
    this.address = address;
  }

  boolean isReady() throws InterruptedException {
    try {
      if (get("actuator/health/readiness").statusCode() != 200) {
        return false;
      }
      String metrics = get("actuator/prometheus").body();
      return LEADER.matcher(metrics).find() && HEALTHY.matcher(metrics).find();
    } catch (IOException notYet) {
      return false;
    }
  }

  Instant advanceClock(Duration by) {
    var request =
        HttpRequest.newBuilder(address.resolve("actuator/clock/add"))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"offsetMilli\":" + by.toMillis() + "}"))
            .build();
    try {
      HttpResponse<String> response = send(request);
      if (response.statusCode() != 200) {
        throw new LocalPartException(
            PartsText.of("clock.refused", response.statusCode(), response.body()));
      }
      Matcher now = EPOCH_MILLI.matcher(response.body());
      if (!now.find()) {
        throw new LocalPartException(PartsText.of("clock.refused", 200, response.body()));
      }
      return Instant.ofEpochMilli(Long.parseLong(now.group(1)));
    } catch (IOException e) {
      throw new LocalPartException(PartsText.of("clock.refused", "-", e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalPartException(PartsText.of("part.interrupted", "Zeebe"), e);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build());
  }

  /** A connection kept open would make the broker wait for it when it is told to stop. */
  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(500))
            .build()) {
      return http.send(request, BodyHandlers.ofString());
    }
  }
}
