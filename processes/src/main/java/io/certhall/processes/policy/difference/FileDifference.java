package io.certhall.processes.policy.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One file that differs, shown the way its kind is read. */
public record FileDifference(String file, Change change, Content content) {

  /** Lines of text, rows of tables, or elements of a diagram. */
  public sealed interface Content permits TextDifference, TableDifference, DiagramDifference {}

  /** Every file that differs, by name. */
  public static List<FileDifference> between(
      Map<String, String> before, Map<String, String> after) {
    TreeSet<String> files = new TreeSet<>(before.keySet());
    files.addAll(after.keySet());
    List<FileDifference> differences = new ArrayList<>();
    for (String file : files) {
      String old = before.getOrDefault(file, "");
      String now = after.getOrDefault(file, "");
      if (!old.equals(now)) {
        Change change =
            !before.containsKey(file)
                ? Change.ADDED
                : after.containsKey(file) ? Change.CHANGED : Change.REMOVED;
        differences.add(new FileDifference(file, change, content(file, old, now)));
      }
    }
    return differences;
  }

  /** What can't be read as what it should be is compared line by line. */
  private static Content content(String file, String before, String after) {
    try {
      if (file.endsWith(".dmn")) {
        return TableDifference.between(before, after);
      }
      if (file.endsWith(".bpmn")) {
        return DiagramDifference.between(before, after);
      }
    } catch (UnreadableXml unreadable) {
      return TextDifference.between(before, after);
    }
    return TextDifference.between(before, after);
  }
}
