package io.certhall.standalone.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** SoftHSM2 as the holder's key: tokens in a folder of the test. */
final class SoftToken {

  static final String MAKERS_PIN = "87654321";
  static final String PIN = "123456";

  private SoftToken() {}

  static Optional<Path> library() {
    return Stream.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib64/softhsm/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so")
        .map(Path::of)
        .filter(Files::isReadable)
        .findFirst();
  }

  /**
   * Tokens as they come from their maker.
   *
   * @return the configuration that points to them
   */
  static Path make(Path folder, String... labels) {
    try {
      Path tokens = Files.createDirectories(folder.resolve("tokens"));
      Path configuration = folder.resolve("softhsm2.conf");
      Files.writeString(
          configuration,
          "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
      for (String label : labels) {
        ProcessBuilder builder =
            new ProcessBuilder(
                    "softhsm2-util",
                    "--init-token",
                    "--free",
                    "--label",
                    label,
                    "--so-pin",
                    MAKERS_PIN,
                    "--pin",
                    PIN)
                .redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
          throw new IllegalStateException(said);
        }
      }
      return configuration;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
