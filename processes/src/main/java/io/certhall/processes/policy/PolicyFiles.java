package io.certhall.processes.policy;

import io.certhall.processes.refusal.Refusal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files of a policy as they are stored, and what a file may be. */
final class PolicyFiles {

  static final String SETTINGS = "hall.yaml";

  private static final int LARGEST = 1_000_000;
  private static final Pattern BLOCK = Pattern.compile("shared/[a-z][a-z0-9-]{0,40}\\.bpmn");
  private static final TypeReference<TreeMap<String, String>> FILES = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PolicyFiles() {}

  static String write(Map<String, String> files) {
    return JSON.writeValueAsString(new TreeMap<>(files));
  }

  static TreeMap<String, String> read(String stored) {
    return JSON.readValue(stored, FILES);
  }

  /**
   * The files with one of them changed, its line ends as in the repository.
   *
   * @throws Refusal when there is no such file, or it is empty or too large; a new shared block may
   *     be added
   */
  static TreeMap<String, String> with(Map<String, String> files, String file, String content) {
    if (!files.containsKey(file) && !BLOCK.matcher(file).matches()) {
      throw Refusal.rule("file", "POLICY_FILE_UNKNOWN", file);
    }
    if (content.isBlank()) {
      throw Refusal.rule(file, "POLICY_FILE_EMPTY", file);
    }
    if (content.length() > LARGEST) {
      throw Refusal.rule(file, "POLICY_FILE_LARGE", file, LARGEST / 1000);
    }
    TreeMap<String, String> changed = new TreeMap<>(files);
    changed.put(file, content.replace("\r\n", "\n"));
    return changed;
  }
}
