package io.certhall.workers.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The openssl command: a reader of our output that shares no code with it. */
public final class OpenSsl {

  private final Path folder;

  private OpenSsl(Path folder) {
    this.folder = folder;
  }

  /** Skips the test where the command, or its SM2, is missing. */
  public static OpenSsl in(Path folder) throws Exception {
    var openSsl = new OpenSsl(folder);
    assumeTrue(openSsl.knowsSm2(), "openssl with SM2 is not on the PATH: nothing was verified");
    return openSsl;
  }

  private boolean knowsSm2() throws Exception {
    try {
      return run("ecparam", "-list_curves").output().contains("SM2");
    } catch (IOException e) {
      return false;
    }
  }

  public record Result(int code, String output) {}

  public Result run(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    var log = Files.createTempFile(folder, "openssl", ".log");
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
  }

  /** Runs the command and returns what it printed; a failure shows it. */
  public String output(String... arguments) throws Exception {
    var result = run(arguments);
    assertThat(result.code()).as(result.output()).isZero();
    return result.output();
  }
}
