package io.certhall.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords of a kept database: random, made once, readable by the owner alone. */
record DatabaseSecrets(String hall, String root) {
  private static final int BYTES = 24;

  /** Reads them, or makes them for a database that is about to be created. */
  static DatabaseSecrets in(Path folder) throws IOException {
    Path secrets = folder.resolve("secrets");
    if (!Files.isDirectory(secrets)) {
      Files.createDirectories(
          secrets,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return new DatabaseSecrets(
        readOrMake(secrets.resolve("database.password")),
        readOrMake(secrets.resolve("database-root.password")));
  }

  private static String readOrMake(Path file) throws IOException {
    if (Files.exists(file)) {
      String password = Files.readString(file).strip();
      if (!password.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
        throw new LocalPartException(PartsText.of("secret.damaged", file));
      }
      return password;
    }
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password, StandardOpenOption.WRITE);
    return password;
  }
}
