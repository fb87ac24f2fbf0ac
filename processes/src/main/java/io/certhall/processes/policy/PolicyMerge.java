package io.certhall.processes.policy;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A draft and what was published since it was begun, file by file. What only one side changed is
 * taken from that side; where both did, a person chooses.
 *
 * @param mine the draft
 * @param active what runs now
 * @param conflicts files that both changed, differently
 */
public record PolicyMerge(
    Map<String, String> base,
    Map<String, String> mine,
    Map<String, String> active,
    SortedSet<String> conflicts) {

  static PolicyMerge of(
      Map<String, String> base, Map<String, String> mine, Map<String, String> active) {
    SortedSet<String> conflicts = new TreeSet<>();
    for (String file : files(base, mine, active)) {
      String was = base.get(file);
      if (!Objects.equals(was, mine.get(file))
          && !Objects.equals(was, active.get(file))
          && !Objects.equals(mine.get(file), active.get(file))) {
        conflicts.add(file);
      }
    }
    return new PolicyMerge(base, mine, active, conflicts);
  }

  /**
   * @param taken conflicting files to be taken from the active version; the others stay as in the
   *     draft
   */
  Map<String, String> resolved(Set<String> taken) {
    Map<String, String> result = new TreeMap<>();
    for (String file : files(base, mine, active)) {
      boolean untouched = Objects.equals(base.get(file), mine.get(file));
      put(result, file, untouched || taken.contains(file) ? active.get(file) : mine.get(file));
    }
    return result;
  }

  private static void put(Map<String, String> files, String file, @Nullable String content) {
    if (content != null) {
      files.put(file, content);
    }
  }

  private static Set<String> files(
      Map<String, String> base, Map<String, String> mine, Map<String, String> active) {
    Set<String> files = new TreeSet<>(base.keySet());
    files.addAll(mine.keySet());
    files.addAll(active.keySet());
    return files;
  }
}
