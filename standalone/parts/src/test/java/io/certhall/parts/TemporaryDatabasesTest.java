package io.certhall.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporaryDatabasesTest {

  @Test
  void each_fresh_schema_is_new_and_empty() throws SQLException {
    String first = TemporaryDatabases.freshSchema();
    String second = TemporaryDatabases.freshSchema();

    assertThat(first).isNotEqualTo(second);
    for (String url : new String[] {first, second}) {
      try (var connection =
              DriverManager.getConnection(
                  url, TemporaryDatabases.username(), TemporaryDatabases.password());
          var tables =
              connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
        assertThat(tables.next()).isFalse();
      }
    }
  }

  @Test
  void another_server_is_described_by_its_url() {
    assertThat(TestServer.at("jdbc:mysql://root@127.0.0.1:3306/"))
        .isEqualTo(new TestServer("127.0.0.1", 3306, "root", ""));
    assertThat(TestServer.at("jdbc:mysql://tester:secret@db.example:33060"))
        .isEqualTo(new TestServer("db.example", 33060, "tester", "secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql://root@127.0.0.1:3306/", "jdbc:mysql://127.0.0.1:3306/", "x"})
  void a_wrong_url_of_another_server_is_refused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestServer.at(url))
        .withMessageContaining("certhall.test.database.url");
  }
}
