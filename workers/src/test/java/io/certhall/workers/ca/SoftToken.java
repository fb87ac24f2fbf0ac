package io.certhall.workers.ca;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.certhall.workers.ca.key.DurableFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** SoftHSM2 as the hardware module; where it points to is in the environment of the tests. */
final class SoftToken {

  static final String LABEL = "certhall-test";
  static final String OTHER_LABEL = "certhall-other";
  static final String PIN = "20261121";
  private static final List<Path> LIBRARIES =
      Stream.of(
              "/usr/lib/softhsm/libsofthsm2.so",
              "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
              "/usr/lib64/softhsm/libsofthsm2.so",
              "/usr/local/lib/softhsm/libsofthsm2.so")
          .map(Path::of)
          .toList();

  private SoftToken() {}

  static Path library() {
    var found = LIBRARIES.stream().filter(Files::isReadable).findFirst();
    assumeTrue(found.isPresent(), "SoftHSM2 is not installed (package softhsm2): left out");
    return found.orElseThrow();
  }

  /** Makes a new, empty token; the library sees only what was there when it was loaded. */
  static CaOffice.Token make(Path pinFile) throws Exception {
    var library = library();
    var settings = System.getenv("SOFTHSM2_CONF");
    assumeTrue(settings != null, "SOFTHSM2_CONF is not set: left out");
    var configuration = Path.of(settings);
    Files.createDirectories(configuration.getParent());
    var tokens = Files.createTempDirectory(configuration.getParent(), "tokens");
    Files.writeString(
        configuration,
        "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    initialise(LABEL);
    initialise(OTHER_LABEL);
    DurableFile.writeSecret(pinFile, (PIN + "\n").getBytes(StandardCharsets.US_ASCII));
    return new CaOffice.Token(library, LABEL, pinFile);
  }

  private static void initialise(String label) throws Exception {
    var process =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                label,
                "--so-pin",
                "87654321",
                "--pin",
                PIN)
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }
}
