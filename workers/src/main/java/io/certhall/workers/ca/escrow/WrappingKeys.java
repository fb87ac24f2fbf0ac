package io.certhall.workers.ca.escrow;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.DurableFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The AES-256 keys that protect escrowed private keys, from a file (0600) with one key per line in
 * hexadecimal. The first line wraps; the others only open what they wrapped before a change of key.
 */
public final class WrappingKeys {

  static final int ID_LENGTH = 8;
  private static final int KEY_LENGTH = 32;

  /** A wrapping key and its number: the first bytes of SM3 over the key. */
  record WrappingKey(byte[] id, SecretKey key) {}

  private final List<WrappingKey> keys;

  private WrappingKeys(List<WrappingKey> keys) {
    this.keys = keys;
  }

  /** Reads the file, or makes one with a random key. */
  public static WrappingKeys open(Path file, SecureRandom random) {
    if (!Files.exists(file)) {
      var key = new byte[KEY_LENGTH];
      random.nextBytes(key);
      var line = HexFormat.of().formatHex(key) + "\n";
      DurableFile.writeSecret(file, line.getBytes(StandardCharsets.US_ASCII));
    }
    return read(file);
  }

  private static WrappingKeys read(Path file) {
    var text = new String(DurableFile.readSecret(file), StandardCharsets.UTF_8);
    var keys = new ArrayList<WrappingKey>();
    for (var line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      if (!line.matches("[0-9a-fA-F]{64}")) {
        throw new CaFault(FaultCode.FILE_UNREADABLE, file, "64 × 0-9a-f");
      }
      keys.add(of(HexFormat.of().parseHex(line)));
    }
    if (keys.isEmpty()) {
      throw new CaFault(FaultCode.FILE_UNREADABLE, file, "64 × 0-9a-f");
    }
    return new WrappingKeys(List.copyOf(keys));
  }

  private static WrappingKey of(byte[] key) {
    var digest = new SM3Digest();
    digest.update(key, 0, key.length);
    var id = new byte[digest.getDigestSize()];
    digest.doFinal(id, 0);
    return new WrappingKey(Arrays.copyOf(id, ID_LENGTH), new SecretKeySpec(key, "AES"));
  }

  WrappingKey current() {
    return keys.getFirst();
  }

  WrappingKey byId(byte[] id) {
    return keys.stream()
        .filter(key -> Arrays.equals(key.id(), id))
        .findFirst()
        .orElseThrow(() -> new CaFault(FaultCode.ESCROW_KEY_UNKNOWN, HexFormat.of().formatHex(id)));
  }
}
