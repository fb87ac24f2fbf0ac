package io.certhall.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server's settings: what my.cnf would hold. */
final class DatabaseOptions {
  private DatabaseOptions() {}

  /** Needed for creating a database as well as for running it. */
  static List<String> common(MariaDbProgram program, DatabaseConfig config) {
    var options =
        new ArrayList<>(
            List.of(
                "--basedir=" + program.home(),
                "--lc-messages-dir=" + program.share(),
                "--character-sets-dir=" + program.share().resolve("charsets"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--innodb-log-file-size=" + (config.kept() ? "64M" : "16M"),
                // Loopback only; making a TLS key would cost seconds at each start.
                "--skip-ssl"));
    if (isRoot()) {
      options.add("--user=root");
    }
    return options;
  }

  static List<String> running(MariaDbProgram program, DatabaseConfig config, Path data, int port) {
    var options = new ArrayList<String>();
    options.add(program.server().toString());
    options.add("--no-defaults");
    options.add("--datadir=" + data);
    options.addAll(common(program, config));
    options.addAll(
        List.of(
            "--bind-address=127.0.0.1",
            "--port=" + port,
            // Relative to the data folder: a socket's path must stay below 108 characters.
            "--socket=mariadb.sock",
            "--pid-file=" + config.folder().resolve("mariadb.own.pid"),
            "--skip-name-resolve",
            "--default-time-zone=+00:00",
            "--transaction-isolation=READ-COMMITTED",
            "--max-allowed-packet=64M",
            "--group-concat-max-len=16M",
            "--max-connections=200",
            "--performance-schema=OFF",
            "--innodb-buffer-pool-size=" + config.bufferPoolMegabytes() + "M",
            "--innodb-flush-log-at-trx-commit=" + (config.kept() ? 1 : 0)));
    return options;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
