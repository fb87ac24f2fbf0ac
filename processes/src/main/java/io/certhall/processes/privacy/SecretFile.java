package io.certhall.processes.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** A secret kept beside the database, readable by its owner only, made on first use. */
public final class SecretFile {

  private SecretFile() {}

  public static byte[] loadOrCreate(Path file, int bytes) {
    try {
      if (!Files.exists(file)) {
        create(file, bytes);
      }
      byte[] secret = Files.readAllBytes(file);
      if (secret.length < bytes) {
        throw new IllegalStateException(
            file + " holds " + secret.length + " bytes, expected " + bytes);
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or create " + file, e);
    }
  }

  private static void create(Path file, int bytes) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] secret = new byte[bytes];
    new SecureRandom().nextBytes(secret);
    Path temporary =
        Files.createTempFile(
            file.getParent(),
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(temporary, secret, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
