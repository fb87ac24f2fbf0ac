package io.certhall.bpmn;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of one hall's policy, shared blocks included, so that a published version is complete
 * in itself. File names are relative: {@code order.bpmn}, {@code shared/review.bpmn}.
 */
public record HallPack(String hall, HallSettings settings, SortedMap<String, String> files) {

  public HallPack {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * @throws PolicyError when the pack lacks it
   */
  public String file(String name) {
    String text = files.get(name);
    if (text == null) {
      throw new PolicyError(name, "missing in the pack of " + hall);
    }
    return text;
  }

  /** SHA-256 over names and contents, lower-case hexadecimal. */
  public String contentHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, String> file : files.entrySet()) {
        digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(file.getValue().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
