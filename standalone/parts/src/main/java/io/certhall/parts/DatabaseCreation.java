package io.certhall.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Creates the system tables of a new database, as mariadb-install-db does, with the accounts the
 * hall needs and no other. The data folder appears only when complete.
 */
record DatabaseCreation(MariaDbProgram program, DatabaseConfig config, Path data) {
  private static final int LIMIT_SECONDS = 120;

  /**
   * @param accounts name of the SQL resource that sets up accounts, {@code ${…}} replaced by
   *     secrets
   */
  void create(String accounts, DatabaseSecrets secrets) throws IOException {
    Path half = data.resolveSibling(data.getFileName() + ".new");
    Folders.delete(half);
    Files.createDirectories(half);
    Path log = config.folder().resolve("creation.log");
    Process bootstrap =
        new ProcessBuilder(command(half))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try (OutputStream sql = bootstrap.getOutputStream()) {
      sql.write(resource("create-system-tables.sql").getBytes(StandardCharsets.UTF_8));
      for (String script :
          List.of(
              "mariadb_system_tables.sql",
              "mariadb_performance_tables.sql",
              "mariadb_system_tables_data.sql",
              "maria_add_gis_sp_bootstrap.sql",
              "mariadb_sys_schema.sql")) {
        Files.copy(program.share().resolve(script), sql);
      }
      String accountSql =
          resource(accounts).replace("${hall}", secrets.hall()).replace("${root}", secrets.root());
      sql.write(accountSql.getBytes(StandardCharsets.UTF_8));
    } catch (IOException diedEarly) {
      // Its exit code and its log below say more than the broken pipe.
      bootstrap.destroy();
    }
    requireSuccess(bootstrap, log);
    Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(log);
  }

  private List<String> command(Path half) {
    var command = new ArrayList<String>();
    command.add(program.server().toString());
    command.add("--no-defaults");
    command.add("--bootstrap");
    command.add("--silent-startup");
    command.add("--log-warnings=0");
    command.add("--datadir=" + half);
    command.add("--max-allowed-packet=8M");
    command.add("--net-buffer-length=16K");
    command.addAll(DatabaseOptions.common(program, config));
    return command;
  }

  private static void requireSuccess(Process bootstrap, Path log) {
    try {
      boolean ended = bootstrap.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        bootstrap.destroyForcibly();
      }
      if (!ended || bootstrap.exitValue() != 0) {
        throw new LocalPartException(PartsText.of("mariadb.not-created", log, LogTail.of(log)));
      }
    } catch (InterruptedException e) {
      bootstrap.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new LocalPartException(PartsText.of("mariadb.not-created", log, ""), e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = DatabaseCreation.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("resource is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
