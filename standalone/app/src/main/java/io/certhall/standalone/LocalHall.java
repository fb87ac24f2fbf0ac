package io.certhall.standalone;

import io.certhall.parts.DatabaseConfig;
import io.certhall.parts.EngineConfig;
import io.certhall.parts.LocalDatabase;
import io.certhall.parts.LocalEngine;
import io.certhall.parts.Progress;
import io.certhall.processes.time.HallClock;
import io.certhall.standalone.simulator.mail.SmtpSink;
import io.certhall.standalone.simulator.sms.SimulatedSmsKeys;
import io.certhall.standalone.simulator.subject.SimulatedSubjectKey;
import io.certhall.workers.WorkersApplication;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the parts in the order they need each other, the slow ones side by side, and closes them
 * in the opposite order. A setting {@code certhall.database.url} or {@code
 * certhall.engine.grpc-address} replaces the local part.
 */
public final class LocalHall implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LocalHall.class);
  private static final Duration ENGINE_START = Duration.ofMinutes(2);

  private final HallClock clock = new HallClock();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Map<String, Object> settings = new LinkedHashMap<>();
  private final Path data;
  private final Progress progress;
  private @Nullable LocalEngine engine;
  private @Nullable LocalDatabase database;
  private @Nullable SmtpSink mail;
  private @Nullable ConfigurableApplicationContext web;
  private @Nullable ConfigurableApplicationContext workers;

  /**
   * @param publicUrl address under which browsers and providers reach the hall
   */
  public LocalHall(Path data, URI publicUrl, boolean simulators, Progress progress) {
    this.data = data;
    this.progress = progress;
    settings.put("certhall.data", data.toString());
    settings.put("certhall.public-url", publicUrl.toString());
    settings.put("certhall.simulators.enabled", simulators);
    settings.put("server.port", publicUrl.getPort());
    settings.put("server.address", "127.0.0.1");
    settings.put("spring.flyway.enabled", false);
    settings.put("spring.main.banner-mode", "off");
    settings.put("vaadin.productionMode", true);
  }

  public LocalHall with(String setting, Object value) {
    settings.put(setting, value);
    return this;
  }

  /**
   * Starts everything; returns when the hall can be used.
   *
   * @param beans beside the workers, for benchmarks
   */
  public LocalHall start(boolean testClock, Class<?>... beans) {
    if (Boolean.TRUE.equals(settings.get("certhall.simulators.enabled"))) {
      sendTextsToSimulator();
      sendMailsToSimulator();
      askSimulatorForIdentities();
      askSimulatorForSubjects();
    }
    CompletableFuture<Void> engineStart = aside(() -> startEngine(testClock));
    CompletableFuture<Void> databaseStart = aside(this::startDatabase);
    CompletableFuture.allOf(engineStart, databaseStart).join();
    CompletableFuture<Void> workersStart = aside(() -> startWorkers(beans));
    startWeb();
    workersStart.join();
    LocalEngine local = engine;
    if (local != null) {
      local.awaitReady(ENGINE_START);
    }
    return this;
  }

  /** Defaults: settings for the real provider given from outside win. */
  private void sendTextsToSimulator() {
    SimulatedSmsKeys keys = SimulatedSmsKeys.loadOrCreate(data.resolve("simulators/sms"));
    settings.put("certhall.sms.aliyun.access-key-id", keys.accessKeyId());
    settings.put("certhall.sms.aliyun.access-key-secret", keys.accessKeySecret());
    settings.put(
        "certhall.sms.aliyun.endpoint",
        settings.get("certhall.public-url") + "/simulators/sms/aliyun");
  }

  /** A mail server given from outside wins. */
  private void sendMailsToSimulator() {
    if (System.getProperty("spring.mail.host") != null) {
      return;
    }
    SmtpSink sink = SmtpSink.open(data.resolve("simulators/mail"), clock);
    mail = sink;
    remember(sink);
    settings.put("spring.mail.host", "127.0.0.1");
    settings.put("spring.mail.port", sink.port());
  }

  /** Defaults: settings for the real provider given from outside win. */
  private void askSimulatorForIdentities() {
    SimulatedSmsKeys keys = SimulatedSmsKeys.loadOrCreate(data.resolve("simulators/sms"));
    settings.put("certhall.identity.aliyun.access-key-id", keys.accessKeyId());
    settings.put("certhall.identity.aliyun.access-key-secret", keys.accessKeySecret());
    settings.put(
        "certhall.identity.aliyun.endpoint",
        settings.get("certhall.public-url") + "/simulators/identity/aliyun");
  }

  /** Gansu is the hall that reads a platform; settings given from outside win. */
  private void askSimulatorForSubjects() {
    SimulatedSubjectKey key = SimulatedSubjectKey.loadOrCreate(data.resolve("simulators/subject"));
    String connection = "certhall.subject-platform.halls.gscamce.";
    settings.put(connection + "app-id", key.appId());
    settings.put(connection + "secret", key.secret());
    settings.put(
        connection + "endpoint", settings.get("certhall.public-url") + "/simulators/subject");
  }

  /** Workers only, with these beans beside them: for benchmarks, where nobody looks at pages. */
  public LocalHall startWithoutWeb(Class<?>... beans) {
    CompletableFuture<Void> engineStart = aside(() -> startEngine(false));
    CompletableFuture<Void> databaseStart = aside(this::startDatabase);
    CompletableFuture.allOf(engineStart, databaseStart).join();
    LocalEngine local = engine;
    if (local != null) {
      local.awaitReady(ENGINE_START);
    }
    startWorkers(beans);
    return this;
  }

  /** On a thread of its own: the common pool's threads don't see the classes inside our jar. */
  private static CompletableFuture<Void> aside(Runnable start) {
    return CompletableFuture.runAsync(start, task -> Thread.ofPlatform().start(task));
  }

  private void startEngine(boolean testClock) {
    if (System.getProperty("certhall.engine.grpc-address") != null) {
      return;
    }
    EngineConfig config = EngineConfig.keptIn(data.resolve("engine")).telling(progress);
    LocalEngine started = LocalEngine.open(testClock ? config.withControlledClock() : config);
    engine = started;
    remember(started);
    settings.put("certhall.engine.grpc-address", started.grpcAddress().toString());
  }

  private void startDatabase() {
    String url = System.getProperty("certhall.database.url");
    String username = System.getProperty("certhall.database.username", "certhall");
    String password = System.getProperty("certhall.database.password", "");
    if (url == null) {
      LocalDatabase started =
          LocalDatabase.open(DatabaseConfig.keptIn(data.resolve("database")).telling(progress));
      database = started;
      remember(started);
      url = started.createSchema("certhall");
      username = started.username();
      password = started.password();
      settings.put("certhall.database.url", url);
      settings.put("certhall.database.username", username);
      settings.put("certhall.database.password", password);
    }
    // Once for both applications, before either asks the schema anything.
    Flyway.configure().dataSource(url, username, password).load().migrate();
  }

  private void startWorkers(Class<?>... beans) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(WorkersApplication.class)
            .sources(beans)
            .web(WebApplicationType.NONE)
            .initializers(this::shareClock)
            .properties(settings)
            .registerShutdownHook(false)
            .run();
    workers = context;
    remember(context);
  }

  private void startWeb() {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(BackofficeApplication.class)
            .initializers(this::shareClock)
            .properties(settings)
            .registerShutdownHook(false)
            .run();
    web = context;
    remember(context);
  }

  private void shareClock(ConfigurableApplicationContext context) {
    context.getBeanFactory().registerSingleton("hallClock", clock);
    SmtpSink sink = mail;
    if (sink != null) {
      context.getBeanFactory().registerSingleton("smtpSink", sink);
    }
    LocalEngine local = engine;
    if (local != null) {
      context.getBeanFactory().registerSingleton("localEngine", local);
    }
  }

  private void remember(AutoCloseable part) {
    synchronized (open) {
      open.push(part);
    }
  }

  public ConfigurableApplicationContext web() {
    return java.util.Objects.requireNonNull(web, "not started");
  }

  public ConfigurableApplicationContext workers() {
    return java.util.Objects.requireNonNull(workers, "not started");
  }

  public @Nullable LocalEngine engine() {
    return engine;
  }

  public @Nullable LocalDatabase database() {
    return database;
  }

  @Override
  public void close() {
    while (true) {
      AutoCloseable part;
      synchronized (open) {
        part = open.poll();
      }
      if (part == null) {
        return;
      }
      try {
        part.close();
      } catch (Exception e) {
        log.warn("closing {} failed", part.getClass().getSimpleName(), e);
      }
    }
  }
}
