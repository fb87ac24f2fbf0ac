package io.certhall.processes.policy.difference;

import java.util.ArrayList;
import java.util.List;

/** Lines that went and came, with some unchanged ones around. */
public record TextDifference(List<Line> lines) implements FileDifference.Content {

  private static final int AROUND = 2;

  /** What a line of the comparison is. */
  public enum Mark {
    SAME,
    REMOVED,
    ADDED,
    /** Unchanged lines that are left out here. */
    LEFT_OUT
  }

  /**
   * @param number in the new text; in the old one for what was removed
   */
  public record Line(Mark mark, int number, String text) {}

  public TextDifference {
    lines = List.copyOf(lines);
  }

  static TextDifference between(String before, String after) {
    return new TextDifference(shortened(compared(lines(before), lines(after))));
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : text.lines().toList();
  }

  /** By the longest common subsequence of what is left between the equal head and tail. */
  private static List<Line> compared(List<String> old, List<String> now) {
    int head = 0;
    while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < old.size() - head
        && tail < now.size() - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < head; i++) {
      lines.add(new Line(Mark.SAME, i + 1, now.get(i)));
    }
    middle(old, now, head, old.size() - tail, now.size() - tail, lines);
    for (int i = now.size() - tail; i < now.size(); i++) {
      lines.add(new Line(Mark.SAME, i + 1, now.get(i)));
    }
    return lines;
  }

  private static void middle(
      List<String> old, List<String> now, int from, int oldTo, int nowTo, List<Line> lines) {
    int[][] common = new int[oldTo - from + 1][nowTo - from + 1];
    for (int i = oldTo - 1; i >= from; i--) {
      for (int j = nowTo - 1; j >= from; j--) {
        common[i - from][j - from] =
            old.get(i).equals(now.get(j))
                ? common[i - from + 1][j - from + 1] + 1
                : Math.max(common[i - from + 1][j - from], common[i - from][j - from + 1]);
      }
    }
    int i = from;
    int j = from;
    while (i < oldTo || j < nowTo) {
      if (i < oldTo && j < nowTo && old.get(i).equals(now.get(j))) {
        lines.add(new Line(Mark.SAME, j + 1, now.get(j)));
        i++;
        j++;
      } else if (i < oldTo
          && (j == nowTo || common[i - from + 1][j - from] >= common[i - from][j - from + 1])) {
        lines.add(new Line(Mark.REMOVED, i + 1, old.get(i)));
        i++;
      } else {
        lines.add(new Line(Mark.ADDED, j + 1, now.get(j)));
        j++;
      }
    }
  }

  private static List<Line> shortened(List<Line> all) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (isNearChange(all, i)) {
        lines.add(all.get(i));
      } else if (lines.isEmpty() || lines.getLast().mark() != Mark.LEFT_OUT) {
        lines.add(new Line(Mark.LEFT_OUT, all.get(i).number(), ""));
      }
    }
    return lines;
  }

  private static boolean isNearChange(List<Line> all, int index) {
    int to = Math.min(all.size() - 1, index + AROUND);
    for (int i = Math.max(0, index - AROUND); i <= to; i++) {
      if (all.get(i).mark() != Mark.SAME) {
        return true;
      }
    }
    return false;
  }
}
