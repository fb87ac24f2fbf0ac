package io.certhall.agent;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.certhall.agent.token.PinCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** SoftHSM2 as the key: a new token for each test that wants one. */
final class SoftKeys {

  static final String SO_PIN = "87654321";
  static final String PIN = "123456";

  private static final List<Path> LIBRARIES =
      Stream.of(
              "/usr/lib/softhsm/libsofthsm2.so",
              "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
              "/usr/lib64/softhsm/libsofthsm2.so",
              "/usr/local/lib/softhsm/libsofthsm2.so")
          .map(Path::of)
          .toList();

  private SoftKeys() {}

  static Path library() {
    var found = LIBRARIES.stream().filter(Files::isReadable).findFirst();
    assumeTrue(found.isPresent(), "SoftHSM2 is not installed (package softhsm2): left out");
    return found.orElseThrow();
  }

  /**
   * Fresh tokens, where SOFTHSM2_CONF of this process points to. SoftHSM2 sees only those that were
   * there when it was loaded, so all are made before.
   */
  static void prepare(int count) throws IOException, InterruptedException {
    Path configuration = configuration();
    Path folder = Files.createTempDirectory(folder(), "tokens");
    Files.writeString(
        configuration,
        "directories.tokendir = " + folder + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    for (int i = 0; i < count; i++) {
      Process process =
          new ProcessBuilder(
                  "softhsm2-util",
                  "--init-token",
                  "--free",
                  "--label",
                  "key-" + i,
                  "--so-pin",
                  SO_PIN,
                  "--pin",
                  PIN)
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    }
  }

  private static Path configuration() {
    return Path.of(System.getenv("SOFTHSM2_CONF"));
  }

  /** Of the build, for what the tests leave behind. */
  static Path folder() {
    return configuration().getParent();
  }

  static PinCounter counter(Path folder) {
    return new PinCounter(folder.resolve("wrong-pins.properties"), 10);
  }
}
