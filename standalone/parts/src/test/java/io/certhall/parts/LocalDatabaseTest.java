package io.certhall.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {
  @TempDir private Path folder;

  @Test
  void kept_data_is_there_after_a_stop_and_a_start() throws SQLException {
    try (var first = LocalDatabase.open(folder, 0)) {
      first.createSchema("certhall");
      run(first, "create table mark (word varchar(20))", "insert into mark values ('证书')");
    }
    try (var second = LocalDatabase.open(folder, 0)) {
      assertThat(ask(second, "select word from mark")).isEqualTo("证书");
    }
  }

  @Test
  void it_starts_again_on_the_same_port_when_it_is_killed() throws SQLException {
    try (var database = LocalDatabase.open(folder, 0)) {
      database.createSchema("certhall");
      run(
          database,
          "create table mark (word varchar(20))",
          "insert into mark values ('committed')");
      long killed = database.pid();

      ProcessHandle.of(killed).orElseThrow().destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .untilAsserted(
              () -> assertThat(ask(database, "select word from mark")).isEqualTo("committed"));
      assertThat(database.pid()).isNotEqualTo(killed);
    }
  }

  @Test
  void a_server_left_behind_by_a_killed_hall_is_ended_before_the_next_start() throws Exception {
    try (var orphan = KilledHall.withDatabase(folder)) {
      long left = orphan.childPid();
      assertThat(ProcessHandle.of(left)).isPresent();

      try (var next = LocalDatabase.open(folder, 0)) {
        assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(next.pid()).isNotEqualTo(left);
      }
    }
  }

  @Test
  void a_second_hall_on_the_same_folder_is_refused_and_told_who_runs() {
    try (var first = LocalDatabase.open(folder, 0)) {
      assertThatExceptionOfType(DataFolderInUseException.class)
          .isThrownBy(() -> LocalDatabase.open(folder, 0))
          .withMessageContaining(Long.toString(ProcessHandle.current().pid()));
      assertThat(first.pid()).isPositive();
    }
  }

  @Test
  void kept_data_opens_to_its_own_password_only() throws Exception {
    try (var database = LocalDatabase.open(folder, 0)) {
      String url = database.createSchema("certhall");

      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> connect(url, "certhall", "wrong"))
          .withMessageContaining("Access denied");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> connect(url, "root", ""))
          .withMessageContaining("Access denied");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> run(database, "create database other"))
          .withMessageContaining("Access denied");
      Path password = folder.resolve("secrets/database.password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(password)).isEqualTo(database.password());
    }
  }

  @Test
  void a_lost_password_is_reported_instead_of_waiting() throws Exception {
    LocalDatabase.open(folder, 0).close();
    Files.writeString(folder.resolve("secrets/database.password"), "0".repeat(48));

    assertThatExceptionOfType(LocalPartException.class)
        .isThrownBy(() -> LocalDatabase.open(folder, 0))
        .withMessageContaining("Access denied");
  }

  @Test
  void a_damaged_password_file_is_named() throws Exception {
    LocalDatabase.open(folder, 0).close();
    Files.writeString(folder.resolve("secrets/database.password"), "oops");

    assertThatExceptionOfType(LocalPartException.class)
        .isThrownBy(() -> LocalDatabase.open(folder, 0))
        .withMessageContaining("database.password");
  }

  @Test
  void damaged_data_is_reported_with_the_end_of_the_log() throws Exception {
    LocalDatabase.open(folder, 0).close();
    Files.writeString(folder.resolve("data/ibdata1"), "not a tablespace");

    assertThatExceptionOfType(LocalPartException.class)
        .isThrownBy(() -> LocalDatabase.open(folder, 0))
        .withMessageContaining("mariadb.log")
        .withMessageContaining("InnoDB");
  }

  @Test
  void a_taken_port_is_refused() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(LocalPartException.class)
          .isThrownBy(() -> LocalDatabase.open(folder, taken.getLocalPort()))
          .withMessageContaining(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void a_schema_outside_the_halls_names_is_refused() {
    try (var database = LocalDatabase.temporary()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> database.createSchema("mysql"))
          .withMessageContaining("schema");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> database.createSchema("certhall`; drop"))
          .withMessageContaining("schema");
    }
  }

  @Test
  void the_server_runs_with_the_halls_settings() throws SQLException {
    try (var database = LocalDatabase.temporary()) {
      database.createSchema("certhall");
      assertThat(ask(database, "select @@character_set_server")).isEqualTo("utf8mb4");
      assertThat(ask(database, "select @@collation_database")).isEqualTo("utf8mb4_unicode_ci");
      assertThat(ask(database, "select @@session.transaction_isolation"))
          .isEqualTo("READ-COMMITTED");
      assertThat(ask(database, "select @@max_allowed_packet")).isEqualTo("67108864");
      assertThat(ask(database, "select @@bind_address")).isEqualTo("127.0.0.1");
      assertThat(ask(database, "select @@global.time_zone")).isEqualTo("+00:00");
      assertThat(ask(database, "select @@version")).startsWith("11.4.5");
    }
  }

  @Test
  void a_temporary_database_leaves_nothing_behind() {
    var database = LocalDatabase.temporary();
    long pid = database.pid();

    database.close();

    assertThat(database.folder()).doesNotExist();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private static void run(LocalDatabase database, String... statements) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String ask(LocalDatabase database, String question) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var answer = statement.executeQuery(question)) {
      assertThat(answer.next()).isTrue();
      return answer.getString(1);
    }
  }

  private static Connection connect(LocalDatabase database) throws SQLException {
    return connect(database.jdbcUrl("certhall"), database.username(), database.password());
  }

  private static Connection connect(String url, String name, String password) throws SQLException {
    return DriverManager.getConnection(url, name, password);
  }
}
