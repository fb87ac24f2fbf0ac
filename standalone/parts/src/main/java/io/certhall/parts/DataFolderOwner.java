package io.certhall.parts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which process holds a data folder and, once it is up, the address it answers at. */
public record DataFolderOwner(long pid, @Nullable URI address) {

  void write(Path file) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.write(half, List.of(Long.toString(pid), address == null ? "" : address.toString()));
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Null while the owner has not written the file yet. */
  static @Nullable DataFolderOwner read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      return null;
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().matches("\\d{1,18}")) {
      return null;
    }
    URI address = lines.size() > 1 && !lines.get(1).isBlank() ? URI.create(lines.get(1)) : null;
    return new DataFolderOwner(Long.parseLong(lines.getFirst()), address);
  }
}
