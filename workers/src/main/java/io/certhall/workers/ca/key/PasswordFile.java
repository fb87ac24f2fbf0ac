package io.certhall.workers.ca.key;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The random password of a key file, in a file of its own that only the owner can read. */
public record PasswordFile(Path path) {

  private static final int RANDOM_BYTES = 24;

  public boolean exists() {
    return Files.exists(path);
  }

  /** Returns the password that is there, or makes one. */
  public char[] readOrCreate(SecureRandom random) {
    if (!exists()) {
      var secret = new byte[RANDOM_BYTES];
      random.nextBytes(secret);
      var text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n";
      DurableFile.writeSecret(path, text.getBytes(StandardCharsets.US_ASCII));
    }
    return read();
  }

  public char[] read() {
    var password = new String(DurableFile.readSecret(path), StandardCharsets.UTF_8).strip();
    if (password.isEmpty()) {
      throw new CaFault(FaultCode.FILE_UNREADABLE, path, "empty");
    }
    return password.toCharArray();
  }
}
