package io.certhall.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A Zeebe broker as a child process: loopback only, restarted on the same ports when it dies,
 * stopped with the hall.
 */
public final class LocalEngine implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final EngineConfig config;
  private final DataFolderLock lock;
  private final EnginePorts ports;
  private final EngineManagement management;
  private final SupervisedProcess process;

  private LocalEngine(
      EngineConfig config, DataFolderLock lock, EnginePorts ports, SupervisedProcess process) {
    this.config = config;
    this.lock = lock;
    this.ports = ports;
    this.process = process;
    this.management = new EngineManagement(managementAddress());
  }

  /**
   * Starts the broker, fetching its program first when it was never used here. Follow with {@link
   * #awaitReady}.
   *
   * @throws DataFolderInUseException when another hall runs on the folder
   */
  public static LocalEngine open(EngineConfig config) {
    BrokerDistribution distribution = BrokerDistribution.ensure(config.progress());
    DataFolderLock lock = DataFolderLock.acquire(config.folder());
    try {
      var pidFile = new PidFile(config.folder().resolve("pid"), marks(config.folder()));
      pidFile.endOrphans();
      writeLogSettings(config.folder());
      EnginePorts ports = EnginePorts.choose(config.grpcPort());
      var child =
          new SupervisedProcess.Child(
              "Zeebe",
              new EngineCommand(distribution, config, ports).line(),
              config.folder(),
              output(config),
              pidFile);
      Files.deleteIfExists(output(config));
      var process = new SupervisedProcess(child, config.kept() ? GRACE : Duration.ZERO);
      var engine = new LocalEngine(config, lock, ports, process);
      process.start();
      return engine;
    } catch (IOException e) {
      lock.close();
      throw new UncheckedIOException(PartsText.of("part.not-started", "Zeebe"), e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Returns when the broker takes commands: it is up and its gateway knows a healthy leader.
   *
   * @throws LocalPartException when it dies or is not ready in time; with the end of its log
   */
  public void awaitReady(Duration limit) {
    Readiness.await(limit, process, management::isReady, "Zeebe", output(config));
    process.markReady();
  }

  public URI grpcAddress() {
    return URI.create("http://127.0.0.1:" + ports.grpc());
  }

  public URI managementAddress() {
    return URI.create("http://127.0.0.1:" + ports.management() + "/");
  }

  public long pid() {
    return process.pid();
  }

  public Path folder() {
    return config.folder();
  }

  /** Whether the broker takes commands right now. */
  public boolean isReady() {
    try {
      return process.isAlive() && management.isReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Stops and starts it on the same ports and data. Follow with {@link #awaitReady}. */
  public void restart() {
    process.restart();
  }

  /**
   * Moves the broker's clock forward, so that timers fire now; returns its new time. Needs a
   * controlled clock.
   */
  public Instant advanceClock(Duration by) {
    if (!config.controlledClock()) {
      throw new LocalPartException(PartsText.of("clock.not-controlled"));
    }
    return management.advanceClock(by);
  }

  @Override
  public void close() {
    process.close();
    lock.close();
    if (!config.kept()) {
      TemporaryFolder.delete(config.folder());
    }
  }

  /** How a broker of this folder is told from every other process. */
  static List<String> marks(Path folder) {
    return List.of(EngineCommand.MAIN_CLASS, EngineCommand.dataOption(folder));
  }

  private static Path output(EngineConfig config) {
    return config.folder().resolve("engine.out");
  }

  private static void writeLogSettings(Path folder) throws IOException {
    try (InputStream settings =
        Objects.requireNonNull(LocalEngine.class.getResourceAsStream("engine-log4j2.xml"))) {
      Files.copy(settings, folder.resolve("log4j2.xml"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
