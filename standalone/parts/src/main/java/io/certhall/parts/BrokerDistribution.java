package io.certhall.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The unpacked Zeebe broker. Fetched once with the user's own Maven, compared with the checksum
 * below and kept in the shared parts folder. {@code certhall.engine.home} names one to use instead.
 */
public record BrokerDistribution(Path home) {
  public static final String VERSION = "8.5.8";
  static final String ARTIFACT = "io.camunda:camunda-zeebe:" + VERSION + ":tar.gz";
  static final long ARCHIVE_BYTES = 212_102_843L;
  private static final String SHA_256 =
      "53ce62b008e61a87a3f7aed700065ad1352084a24c85771bc4e8300828bf95b4";
  private static final String NAME = "camunda-zeebe-" + VERSION;

  public static BrokerDistribution ensure(Progress progress) {
    String given = System.getProperty("certhall.engine.home");
    if (given != null && !given.isBlank()) {
      Path home = Path.of(given).toAbsolutePath();
      if (!Files.isDirectory(home.resolve("lib"))) {
        throw new LocalPartException(PartsText.of("broker.home-wrong", home));
      }
      return new BrokerDistribution(home);
    }
    Path home = PartsFolder.shared().ensure(NAME, folder -> fetchAndUnpack(folder, progress));
    return new BrokerDistribution(home);
  }

  String classPath() {
    return home.resolve("lib") + "/*";
  }

  private static void fetchAndUnpack(Path folder, Progress progress) throws IOException {
    Path archive = new MavenDownload(ARTIFACT, ARCHIVE_BYTES, progress).into(folder);
    requireChecksum(archive, SHA_256);
    progress.say(PartsText.of("broker.unpacking", folder.getParent()));
    unpack(archive, folder);
    Files.delete(archive);
  }

  static void requireChecksum(Path archive, String expected) throws IOException {
    String found = sha256(archive);
    if (!found.equals(expected)) {
      throw new LocalPartException(
          PartsText.of("broker.damaged", archive.getFileName(), expected, found));
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Every system Zeebe runs on has tar. The archive's top folder is dropped. */
  private static void unpack(Path archive, Path folder) throws IOException {
    Path output = folder.resolve("tar.log");
    Process tar =
        new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (tar.waitFor() != 0) {
        throw new LocalPartException(
            PartsText.of("broker.unpack-failed", archive, LogTail.of(output)));
      }
    } catch (InterruptedException e) {
      tar.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
    Files.delete(output);
    Path top = folder.resolve(NAME);
    List<Path> content;
    try (Stream<Path> entries = Files.list(top)) {
      content = entries.toList();
    }
    for (Path entry : content) {
      Files.move(entry, folder.resolve(entry.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.delete(top);
  }
}
