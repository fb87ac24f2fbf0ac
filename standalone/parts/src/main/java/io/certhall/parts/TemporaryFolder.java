package io.certhall.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that goes with its process. Its name carries the owner's process id: what a killed owner
 * left (children included) is swept away by the next one.
 */
final class TemporaryFolder {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
  private static final String PREFIX = "certhall-temporary-";

  private TemporaryFolder() {}

  static Path create(String part) {
    Path parent = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    try {
      sweep(parent);
      long owner = ProcessHandle.current().pid();
      return Files.createTempDirectory(parent, PREFIX + owner + "-" + part + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(PartsText.of("temporary.failed", parent), e);
    }
  }

  static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      LOG.debug("{} stays behind until the next sweep", folder, e);
    }
  }

  private static void sweep(Path parent) throws IOException {
    List<Path> abandoned;
    try (Stream<Path> entries = Files.list(parent)) {
      abandoned = entries.filter(TemporaryFolder::isAbandoned).toList();
    }
    for (Path folder : abandoned) {
      new PidFile(folder.resolve("pid"), LocalDatabase.marks(folder)).endOrphans();
      new PidFile(folder.resolve("pid"), LocalEngine.marks(folder)).endOrphans();
      delete(folder);
    }
  }

  private static boolean isAbandoned(Path entry) {
    String name = entry.getFileName().toString();
    if (!name.startsWith(PREFIX) || !Files.isWritable(entry)) {
      return false;
    }
    String owner = name.substring(PREFIX.length()).replaceAll("-.*", "");
    return owner.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(owner)).isEmpty();
  }
}
