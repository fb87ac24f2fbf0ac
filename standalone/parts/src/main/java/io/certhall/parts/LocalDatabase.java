package io.certhall.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * MariaDB as a child process: on the loopback address only, restarted when it dies, stopped with
 * the hall. Kept data has its own account with a random password and schemas whose names start with
 * {@code certhall}.
 */
public final class LocalDatabase implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Pattern SCHEMA = Pattern.compile("certhall[a-z0-9_]{0,50}");

  private final DatabaseConfig config;
  private final DataFolderLock lock;
  private final DatabaseAccount account;
  private final int port;
  private final SupervisedProcess process;

  private LocalDatabase(
      DatabaseConfig config,
      DataFolderLock lock,
      DatabaseAccount account,
      int port,
      SupervisedProcess process) {
    this.config = config;
    this.lock = lock;
    this.account = account;
    this.port = port;
    this.process = process;
  }

  /** An empty database without password, gone when closed. For tests and trials. */
  public static LocalDatabase temporary() {
    return open(DatabaseConfig.temporary());
  }

  public static LocalDatabase open(Path dataFolder, int port) {
    return open(DatabaseConfig.keptIn(dataFolder).onPort(port));
  }

  /**
   * Starts the database, creating it first when the folder is empty; returns when it answers.
   *
   * @throws DataFolderInUseException when another hall runs on the folder
   * @throws LocalPartException when it does not start; the message holds the end of its log
   */
  public static LocalDatabase open(DatabaseConfig config) {
    MariaDbProgram program = MariaDbProgram.ensure(config.progress());
    DataFolderLock lock = DataFolderLock.acquire(config.folder());
    try {
      var pidFile = new PidFile(config.folder().resolve("pid"), marks(config.folder()));
      pidFile.endOrphans();
      Path data = config.folder().resolve("data");
      DatabaseAccount account = createWhenMissing(program, config, data);
      int port = choosePort(config.port());
      Path log = config.folder().resolve("mariadb.log");
      if (Files.exists(log)) {
        Path previous = config.folder().resolve("mariadb.previous.log");
        Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
      }
      var child =
          new SupervisedProcess.Child(
              "MariaDB",
              DatabaseOptions.running(program, config, data, port),
              config.folder(),
              log,
              pidFile);
      Duration grace = config.kept() ? Duration.ofSeconds(30) : Duration.ZERO;
      var database =
          new LocalDatabase(config, lock, account, port, new SupervisedProcess(child, grace));
      database.start();
      return database;
    } catch (IOException e) {
      lock.close();
      throw new UncheckedIOException(PartsText.of("part.not-started", "MariaDB"), e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * @param schema created by {@link #createSchema}
   */
  public String jdbcUrl(String schema) {
    return account.url(port, schema, false);
  }

  public String username() {
    return account.name();
  }

  public String password() {
    return account.password();
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  public Path folder() {
    return config.folder();
  }

  /** Creates an empty schema; one that exists stays as it is. Returns its URL. */
  public String createSchema(String schema) {
    if (!SCHEMA.matcher(schema).matches()) {
      throw new IllegalArgumentException(
          "schema: must start with certhall and hold a-z, 0-9 and _ only, not " + schema);
    }
    try (var connection =
        DriverManager.getConnection(
            account.url(port, schema, true), account.name(), account.password())) {
      connection.getCatalog();
    } catch (SQLException e) {
      throw new LocalPartException(PartsText.of("mariadb.no-schema", schema, e.getMessage()), e);
    }
    return jdbcUrl(schema);
  }

  @Override
  public void close() {
    process.close();
    lock.close();
    if (!config.kept()) {
      TemporaryFolder.delete(config.folder());
    }
  }

  /** How a server of this folder is told from every other process. */
  static List<String> marks(Path folder) {
    return List.of("/bin/mariadbd", "--datadir=" + folder.resolve("data"));
  }

  private static DatabaseAccount createWhenMissing(
      MariaDbProgram program, DatabaseConfig config, Path data) throws IOException {
    boolean missing = !Files.isDirectory(data);
    if (!config.kept()) {
      if (missing) {
        new DatabaseCreation(program, config, data)
            .create("temporary-accounts.sql", new DatabaseSecrets("", ""));
      }
      return new DatabaseAccount("root", "");
    }
    DatabaseSecrets secrets = DatabaseSecrets.in(config.folder());
    if (missing) {
      config.progress().say(PartsText.of("mariadb.creating", config.folder()));
      new DatabaseCreation(program, config, data).create("kept-accounts.sql", secrets);
    }
    return new DatabaseAccount("certhall", secrets.hall());
  }

  private static int choosePort(int wanted) {
    if (wanted == 0) {
      return FreePorts.one();
    }
    if (!FreePorts.isFree(wanted)) {
      throw new LocalPartException(PartsText.of("port.taken", Integer.toString(wanted)));
    }
    return wanted;
  }

  private void start() {
    process.start();
    try {
      Readiness.await(START_LIMIT, process, this::answers, "MariaDB", log());
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
    process.markReady();
  }

  private boolean answers() throws SQLException {
    try (var connection =
        DriverManager.getConnection(
            account.url(port, "", false), account.name(), account.password())) {
      return connection.isValid(1);
    } catch (SQLException e) {
      if (DatabaseAccount.isRefusal(e)) {
        throw e;
      }
      return false;
    }
  }

  private Path log() {
    return config.folder().resolve("mariadb.log");
  }
}
