package io.certhall.bpmn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files → pack; reads {@code hall.yaml} strictly. */
public final class PackReader {

  private static final String FILE = "hall.yaml";

  private PackReader() {}

  /**
   * @throws PolicyError with the path of the first key that is missing or of the wrong kind
   */
  public static HallPack read(Map<String, String> files) {
    String yaml = files.get(FILE);
    if (yaml == null) {
      throw new PolicyError(FILE, "missing");
    }
    YamlNode root = YamlNode.parse(FILE, yaml);
    HallSettings settings = HallReader.read(root);
    return new HallPack(settings.code(), settings, new TreeMap<>(files));
  }

  /** Paths of keys that nothing reads: most likely misspelt. */
  static List<String> unknownKeys(String yaml) {
    YamlNode root = YamlNode.parse(FILE, yaml);
    HallReader.read(root);
    return root.unread();
  }
}
