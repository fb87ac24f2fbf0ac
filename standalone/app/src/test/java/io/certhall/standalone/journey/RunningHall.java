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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** {@code certhall run} as a child process, with a data folder that outlives it. */
final class RunningHall implements AutoCloseable {

  static final String PASSWORD = "Journey-Hall-2026";

  private final Path data;
  private final int port = FreePorts.one();
  private final List<String> options;
  private Process process;

  private RunningHall(Path data, List<String> options) {
    this.data = data;
    this.options = options;
    this.process = launch();
  }

  static RunningHall start(Path data, String... options) {
    RunningHall hall = new RunningHall(data, List.of(options));
    try {
      hall.awaitReady();
    } catch (RuntimeException notReady) {
      hall.close();
      throw notReady;
    }
    return hall;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** As {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    await(process);
  }

  void startAgain() {
    process = launch();
    awaitReady();
  }

  /** Kills the child of the hall whose command line names this part of the data folder. */
  void killPart(String folder) {
    String place = data.resolve(folder).toString();
    ProcessHandle part =
        ProcessHandle.allProcesses()
            .filter(ProcessHandle::isAlive)
            .filter(handle -> handle.pid() != process.pid())
            .filter(handle -> commandLine(handle).contains(place))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no process in " + place));
    part.destroyForcibly();
    Awaitility.await().until(() -> !part.isAlive());
  }

  private static String commandLine(ProcessHandle handle) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(handle.pid()), "cmdline"))
          .replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }

  private Process launch() {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    options.stream().filter(option -> option.startsWith("-D")).forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            classPath(),
            "io.certhall.standalone.CertHall",
            "run",
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port),
            "--no-browser"));
    options.stream().filter(option -> !option.startsWith("-D")).forEach(command::add);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("console.log").toFile()));
    builder.environment().put("CERTHALL_DEMO_PASSWORD", PASSWORD);
    try {
      Files.createDirectories(data);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Surefire hides the real class path in a manifest; the child gets it as a list. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private void awaitReady() {
    long lines = ready();
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest halls =
        HttpRequest.newBuilder(address().resolve("/api/v1/halls"))
            .timeout(Duration.ofSeconds(5))
            .build();
    Awaitility.await()
        .alias("hall ready, see " + data.resolve("console.log"))
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException(
                    "hall ended: " + Files.readString(data.resolve("console.log")));
              }
              return ready() > lines
                  && http.send(halls, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
            });
  }

  private long ready() {
    Path console = data.resolve("console.log");
    if (!Files.exists(console)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(console)) {
      return lines.filter(line -> line.startsWith("CertHall ready:")).count();
    } catch (IOException e) {
      return 0;
    }
  }

  private static void await(Process process) {
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroy();
    await(process);
    process.destroyForcibly();
  }
}
