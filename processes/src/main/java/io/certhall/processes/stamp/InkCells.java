package io.certhall.processes.stamp;

import java.util.ArrayList;
import java.util.List;

/**
 * The sheet in cells of half a millimetre, each with ink or without, and the groups of inked cells
 * that stand close together. Single dots of noise ink no cell.
 */
final class InkCells {

  private static final double LEAST_SHARE = 0.1;

  private final int cell;
  private final int columns;
  private final int rows;
  private final boolean[] inked;

  InkCells(Sheet sheet, Ink ink) {
    this.cell = sheet.cell();
    this.columns = (sheet.width() + cell - 1) / cell;
    this.rows = (sheet.height() + cell - 1) / cell;
    int[] counts = new int[columns * rows];
    for (int y = 0; y < sheet.height(); y++) {
      int row = y / cell * columns;
      for (int x = 0; x < sheet.width(); x++) {
        if (ink.isPresent(sheet.at(x, y))) {
          counts[row + x / cell]++;
        }
      }
    }
    int least = (int) Math.max(cell > 2 ? 2 : 1, Math.round(cell * cell * LEAST_SHARE));
    this.inked = new boolean[counts.length];
    for (int i = 0; i < counts.length; i++) {
      inked[i] = counts[i] >= least;
    }
  }

  /**
   * Groups, in pixels; what stands inside another group belongs to it.
   *
   * @param gap how many empty cells may lie between two of a group
   */
  List<Box> groups(int gap, int leastSide) {
    List<Box> boxes = new ArrayList<>();
    boolean[] seen = new boolean[inked.length];
    int[] queue = new int[inked.length];
    for (int start = 0; start < inked.length; start++) {
      if (inked[start] && !seen[start]) {
        Box box = group(start, gap + 1, seen, queue);
        if (Math.max(box.width(), box.height()) * cell >= leastSide) {
          boxes.add(box);
        }
      }
    }
    return merged(boxes).stream().map(this::pixels).toList();
  }

  private Box group(int start, int reach, boolean[] seen, int[] queue) {
    Box box = new Box(start % columns, start / columns, start % columns, start / columns);
    int head = 0;
    int tail = 0;
    queue[tail++] = start;
    seen[start] = true;
    while (head < tail) {
      int at = queue[head++];
      int column = at % columns;
      int row = at / columns;
      box = box.with(new Box(column, row, column, row));
      for (int y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y++) {
        for (int x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x++) {
          int next = y * columns + x;
          if (inked[next] && !seen[next]) {
            seen[next] = true;
            queue[tail++] = next;
          }
        }
      }
    }
    return box;
  }

  private static List<Box> merged(List<Box> boxes) {
    List<Box> left = new ArrayList<>(boxes);
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 0; i < left.size() && !again; i++) {
        for (int j = 0; j < left.size() && !again; j++) {
          if (i != j && left.get(i).holdsCentreOf(left.get(j))) {
            Box both = left.get(i).with(left.get(j));
            left.remove(Math.max(i, j));
            left.set(Math.min(i, j), both);
            again = true;
          }
        }
      }
    }
    return left;
  }

  private Box pixels(Box cells) {
    return new Box(
        cells.left() * cell,
        cells.top() * cell,
        (cells.right() + 1) * cell - 1,
        (cells.bottom() + 1) * cell - 1);
  }
}
