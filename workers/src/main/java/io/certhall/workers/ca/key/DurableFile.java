package io.certhall.workers.ca.key;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that are whole or absent: written aside, synced, then renamed. */
public final class DurableFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> PUBLIC =
      PosixFilePermissions.fromString("rw-r--r--");
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private static final String ASIDE = ".aside";

  private DurableFile() {}

  /** Writes a file that only its owner can read (0600). */
  public static void writeSecret(Path file, byte[] content) {
    write(file, content, OWNER_ONLY);
  }

  /** Writes a file that everybody may read (0644). */
  public static void writePublic(Path file, byte[] content) {
    write(file, content, PUBLIC);
  }

  public static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.FILE_UNREADABLE, file, e.toString());
    }
  }

  /** Reads a secret; refuses one that other users of the machine can read. */
  public static byte[] readSecret(Path file) {
    if (!Files.exists(file)) {
      throw new CaFault(FaultCode.FILE_MISSING, file);
    }
    try {
      if (isPosix(file)
          && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw new CaFault(FaultCode.FILE_OPEN_TO_OTHERS, file);
      }
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.FILE_UNREADABLE, file, e.toString());
    }
    return read(file);
  }

  /** Removes what an interrupted write left; call it only while nobody else writes here. */
  public static void clearLeftovers(Path folder) {
    try (var files = Files.newDirectoryStream(folder, ".*" + ASIDE)) {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.FILE_NOT_WRITTEN, folder, e.toString());
    }
  }

  private static void write(Path file, byte[] content, Set<PosixFilePermission> permissions) {
    var folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      var aside = Files.createTempFile(folder, "." + file.getFileName(), ASIDE, owner(folder));
      try {
        try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
          var bytes = ByteBuffer.wrap(content);
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
          channel.force(true);
        }
        if (isPosix(folder)) {
          Files.setPosixFilePermissions(aside, permissions);
        }
        Files.move(
            aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
      syncFolder(folder);
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.FILE_NOT_WRITTEN, file, e.toString());
    }
  }

  private static FileAttribute<?>[] owner(Path folder) {
    return isPosix(folder)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Makes the rename survive a power cut; systems that cannot open a folder need no such step. */
  private static void syncFolder(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
