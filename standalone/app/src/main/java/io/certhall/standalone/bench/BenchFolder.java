package io.certhall.standalone.bench;

import io.certhall.standalone.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A data folder that lives as long as one benchmark. */
final class BenchFolder {

  private BenchFolder() {}

  static Path create() {
    try {
      return Files.createTempDirectory("certhall-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      Console.progress("could not remove " + folder);
    }
  }
}
