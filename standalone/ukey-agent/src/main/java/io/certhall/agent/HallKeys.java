package io.certhall.agent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks an allowed hall for the key it signs authorisations with, over its own TLS. */
final class HallKeys {

  static final String PATH = "/api/v1/agent/grant-key";

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  String of(String origin) {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(origin + PATH))
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200) {
        return JsonMapper.builder().build().readTree(answer.body()).path("key").asString("");
      }
      throw new Answer(502, "HALL_AWAY", origin + " answers " + answer.statusCode());
    } catch (IOException | JacksonException e) {
      throw new Answer(502, "HALL_AWAY", origin + " can't be reached: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Answer(503, "AGENT_STOPS", "the agent stops");
    }
  }
}
