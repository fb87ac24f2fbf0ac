package io.certhall.parts;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One database server for all tests of a JVM, started when first asked for and gone with the JVM.
 * {@code certhall.test.database.url} names another server to use instead, for instance {@code
 * jdbc:mysql://root@127.0.0.1:3306/}.
 */
public final class TemporaryDatabases {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable TestServer server;

  private TemporaryDatabases() {}

  public static synchronized TestServer shared() {
    if (server == null) {
      String given = System.getProperty("certhall.test.database.url");
      if (given == null || given.isBlank()) {
        given = System.getenv("CERTHALL_TEST_DATABASE_URL");
      }
      server = given == null || given.isBlank() ? startLocal() : TestServer.at(given);
    }
    return server;
  }

  /** URL of a new, empty schema on the shared server. */
  public static String freshSchema() {
    TestServer shared = shared();
    String schema =
        "certhall_test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    try (var connection =
        DriverManager.getConnection(
            shared.url(schema, true), shared.username(), shared.password())) {
      connection.getCatalog();
    } catch (SQLException e) {
      throw new LocalPartException(PartsText.of("mariadb.no-schema", schema, e.getMessage()), e);
    }
    return shared.url(schema, false);
  }

  public static String username() {
    return shared().username();
  }

  public static String password() {
    return shared().password();
  }

  private static TestServer startLocal() {
    LocalDatabase local = LocalDatabase.temporary();
    Runtime.getRuntime().addShutdownHook(new Thread(local::close, "end-temporary-database"));
    return new TestServer("127.0.0.1", local.port(), local.username(), local.password());
  }
}
