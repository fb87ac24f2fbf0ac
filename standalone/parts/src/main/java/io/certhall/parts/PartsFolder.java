package io.certhall.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Where unpacked programs are kept between starts, shared by every hall of this user. Set {@code
 * certhall.parts.folder} (or {@code CERTHALL_PARTS_FOLDER}) to move it.
 */
record PartsFolder(Path path) {

  /** Fills an empty folder with a part. */
  @FunctionalInterface
  interface Unpacking {
    void into(Path emptyFolder) throws IOException;
  }

  static PartsFolder shared() {
    String wanted = System.getProperty("certhall.parts.folder");
    if (wanted == null) {
      wanted = System.getenv("CERTHALL_PARTS_FOLDER");
    }
    Path path =
        wanted == null || wanted.isBlank()
            ? Path.of(System.getProperty("user.home"), ".certhall", "parts")
            : Path.of(wanted);
    return new PartsFolder(path.toAbsolutePath().normalize());
  }

  /**
   * The part's folder, unpacked first when missing. A folder appears under its name only when
   * complete, and two processes never unpack at once.
   */
  Path ensure(String name, Unpacking unpacking) {
    Path wanted = path.resolve(name);
    if (Files.isDirectory(wanted)) {
      return wanted;
    }
    try {
      Files.createDirectories(path);
      try (var channel =
              FileChannel.open(
                  path.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        if (lock.isValid() && !Files.isDirectory(wanted)) {
          unpack(name, unpacking, wanted);
        }
      }
      return wanted;
    } catch (IOException e) {
      throw new UncheckedIOException(PartsText.of("parts.unpack-failed", name, path), e);
    }
  }

  private void unpack(String name, Unpacking unpacking, Path wanted) throws IOException {
    Path half = path.resolve(name + ".unpacking");
    Folders.delete(half);
    Files.createDirectories(half);
    unpacking.into(half);
    Files.move(half, wanted, StandardCopyOption.ATOMIC_MOVE);
  }
}
