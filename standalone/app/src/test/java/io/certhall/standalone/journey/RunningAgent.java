package io.certhall.standalone.journey;

import io.certhall.parts.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code certhall agent} as a process of its own, on the tokens of the test. */
final class RunningAgent implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern CODE = Pattern.compile("pairing code: (\\d{6})");

  private final int port;
  private final Path console;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private RunningAgent(int port, Path console, Process process) {
    this.port = port;
    this.console = console;
    this.process = process;
  }

  static int freePort() {
    return FreePorts.one();
  }

  static RunningAgent start(int port, Path folder, Path library, Path configuration, URI... halls) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "io.certhall.agent.KeyAgent",
                "--library",
                library.toString(),
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("agent").toString()));
    for (URI hall : halls) {
      command.addAll(List.of("--hall", hall.toString()));
    }
    Path console = folder.resolve("agent.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
    builder.environment().put("SOFTHSM2_CONF", configuration.toString());
    try {
      RunningAgent agent = new RunningAgent(port, console, builder.start());
      Awaitility.await()
          .alias("agent ready, see " + console)
          .atMost(Duration.ofSeconds(60))
          .until(() -> agent.said().contains("key agent at"));
      return agent;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is on its window. */
  String pairingCode() {
    Matcher code = CODE.matcher(said());
    String shown = "";
    while (code.find()) {
      shown = code.group(1);
    }
    return shown;
  }

  private String said() {
    try {
      return Files.readString(console);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Answer(int status, JsonNode body) {
    String code() {
      return body.path("code").asString("");
    }
  }

  /** Serial of the token with this label. */
  String serial(URI page, String label) {
    for (JsonNode token : ask(page, "/v1/tokens", Map.of()).body().path("tokens")) {
      if (token.path("label").asString("").equals(label)) {
        return token.path("serial").asString("");
      }
    }
    throw new IllegalStateException("no token " + label);
  }

  /** As a page of this origin, paired once; without a body it only looks. */
  Answer ask(URI page, String path, Map<String, String> body) {
    String bearer =
        tokens.computeIfAbsent(
            page.toString(),
            origin ->
                send(origin, "", "/v1/pair", Map.of("code", pairingCode()))
                    .body()
                    .path("token")
                    .asString(""));
    return send(page.toString(), bearer, path, body);
  }

  private Answer send(String origin, String bearer, String path, Map<String, String> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Origin", origin)
            .header("Authorization", "Bearer " + bearer)
            .header("Content-Type", "application/json");
    if (!body.isEmpty()) {
      request.POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    Awaitility.await().until(() -> !process.isAlive());
  }
}
