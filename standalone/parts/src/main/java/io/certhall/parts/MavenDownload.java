package io.certhall.parts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Fetches an artifact with the user's Maven, so that their mirrors, proxies and logins apply, and
 * tells how far it is by watching the file grow.
 */
record MavenDownload(String artifact, long bytes, Progress progress) {
  private static final String COPY_GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
  private static final long MEGABYTE = 1_000_000L;
  private static final int REPORT_SECONDS = 2;

  /** Returns the archive's path inside the folder. */
  Path into(Path folder) throws IOException {
    String[] coordinates = artifact.split(":");
    progress.say(PartsText.of("broker.downloading", coordinates[2], bytes / MEGABYTE));
    Path output = folder.resolve("maven.log");
    Process maven = start(folder, output);
    try {
      while (!maven.waitFor(REPORT_SECONDS, TimeUnit.SECONDS)) {
        report(folder, coordinates);
      }
    } catch (InterruptedException e) {
      maven.destroy();
      Thread.currentThread().interrupt();
      throw new LocalPartException(PartsText.of("part.interrupted", "Maven"), e);
    }
    Path archive = folder.resolve(fileName(coordinates));
    if (maven.exitValue() != 0 || !Files.exists(archive)) {
      throw new LocalPartException(
          PartsText.of("broker.download-failed", artifact, maven.exitValue(), LogTail.of(output)));
    }
    Files.delete(output);
    return archive;
  }

  private Process start(Path folder, Path output) throws IOException {
    var command = new ArrayList<String>();
    command.add(findMaven().toString());
    command.addAll(List.of("--batch-mode", "--no-transfer-progress", COPY_GOAL));
    command.add("-Dartifact=" + artifact);
    command.add("-DoutputDirectory=" + folder);
    if (System.getProperty("maven.repo.local") != null) {
      command.add("-Dmaven.repo.local=" + localRepository());
    }
    var builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Away from any pom.xml: the goal needs no project.
    return builder
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private void report(Path folder, String[] coordinates) throws IOException {
    Path copied = folder.resolve(fileName(coordinates));
    Path cached =
        localRepository()
            .resolve(coordinates[0].replace('.', '/'))
            .resolve(coordinates[1])
            .resolve(coordinates[2]);
    long done =
        Math.max(largest(cached, fileName(coordinates)), largest(folder, fileName(coordinates)));
    if (done > 0 && !Files.exists(copied)) {
      progress.say(PartsText.of("broker.progress", done / MEGABYTE, bytes / MEGABYTE));
    }
  }

  /** Maven gives the half-fetched file a longer name until it is complete. */
  private static long largest(Path folder, String prefix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(Path::toFile)
          .filter(file -> file.getName().contains(prefix) && !file.getName().contains(".sha1"))
          .mapToLong(File::length)
          .max()
          .orElse(0);
    }
  }

  private static String fileName(String[] coordinates) {
    return coordinates[1] + "-" + coordinates[2] + "." + coordinates[3];
  }

  private static Path localRepository() {
    String given = System.getProperty("maven.repo.local");
    return given == null
        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
        : Path.of(given);
  }

  private static Path findMaven() {
    return Stream.concat(
            Stream.of("MAVEN_HOME", "M2_HOME")
                .map(System::getenv)
                .filter(home -> home != null && !home.isBlank())
                .map(home -> Path.of(home, "bin")),
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .map(Path::of))
        .map(folder -> folder.resolve("mvn"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new LocalPartException(PartsText.of("broker.no-maven")));
  }
}
