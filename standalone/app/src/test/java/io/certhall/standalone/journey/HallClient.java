package io.certhall.standalone.journey;

import io.certhall.standalone.bench.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as a platform uses it, by user name. */
final class HallClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BOUNDARY = "certhall-boundary";

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  HallClient(URI address) {
    this.address = address;
  }

  record Answer(int status, JsonNode body) {
    JsonNode ok() {
      if (status / 100 != 2) {
        throw new IllegalStateException(status + " " + body);
      }
      return body;
    }
  }

  /** Tokens end with the process that gave them only when its database is lost; ask again then. */
  void forgetTokens() {
    tokens.clear();
  }

  Answer get(@Nullable String user, String path) {
    return send(user, "GET", path, null);
  }

  Answer post(@Nullable String user, String path, Object body) {
    return send(user, "POST", path, body);
  }

  Stream<JsonNode> items(String user, String path) {
    return StreamSupport.stream(get(user, path).ok().get("items").spliterator(), false);
  }

  void attach(String user, String orderNo, String code) {
    boolean picture = code.startsWith("SEAL_IMAGE");
    byte[] file = picture ? SampleFiles.JPEG : SampleFiles.PDF;
    HttpRequest request =
        request(user, "/api/v1/orders/" + orderNo + "/attachments/" + code)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .PUT(BodyPublishers.ofByteArray(multipart(picture ? "seal.jpg" : "form.pdf", file)))
            .build();
    exchange(request).ok();
  }

  private Answer send(@Nullable String user, String method, String path, @Nullable Object body) {
    return exchange(
        request(user, path)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  private HttpRequest.Builder request(@Nullable String user, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
    if (user != null) {
      request.header("Authorization", "Bearer " + tokens.computeIfAbsent(user, this::token));
    }
    return request;
  }

  private String token(String user) {
    return post(null, "/api/v1/tokens", Map.of("username", user, "password", RunningHall.PASSWORD))
        .ok()
        .get("token")
        .asString();
  }

  private Answer exchange(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      String body = response.body();
      return new Answer(response.statusCode(), JSON.readTree(body.isBlank() ? "{}" : body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte[] multipart(String name, byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(file);
    out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
