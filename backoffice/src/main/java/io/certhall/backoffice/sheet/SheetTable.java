package io.certhall.backoffice.sheet;

import io.certhall.processes.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table with headers somewhere in its first rows; columns may stand in any order. */
public final class SheetTable {

  private static final int HEADER_ROWS = 10;

  /**
   * What is said of a file that is no such table.
   *
   * @param unreadable its argument is the limit in MB
   * @param columnMissing its argument is the header
   */
  public record Codes(String unreadable, String columnMissing) {}

  /**
   * One line below the headers.
   *
   * @param number of the row, as the program shows it
   */
  public record Line(int number, Map<String, String> cells) {

    /** Empty where the cell is. */
    public String of(String header) {
      return cells.getOrDefault(header, "");
    }

    public boolean isEmpty() {
      return cells.values().stream().allMatch(String::isEmpty);
    }
  }

  private SheetTable() {}

  /**
   * @param columns that have to be there; the first one tells which row has the headers
   * @throws Refusal RULE when it is no sheet or a column is missing
   */
  public static List<Line> read(InputStream in, List<String> columns, Codes codes)
      throws IOException {
    List<List<String>> rows =
        SheetRows.of(SheetRows.bytes(in, codes.unreadable()), codes.unreadable());
    int header = 0;
    while (header < Math.min(HEADER_ROWS, rows.size())
        && !rows.get(header).contains(columns.getFirst())) {
      header++;
    }
    List<String> headers =
        header < Math.min(HEADER_ROWS, rows.size()) ? rows.get(header) : List.of();
    for (String column : columns) {
      if (!headers.contains(column)) {
        throw Refusal.rule("file", codes.columnMissing(), column);
      }
    }
    List<Line> lines = new ArrayList<>();
    for (int i = header + 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      Map<String, String> cells = new HashMap<>();
      for (String column : columns) {
        int at = headers.indexOf(column);
        cells.put(column, at < row.size() ? row.get(at) : "");
      }
      lines.add(new Line(i + 1, cells));
    }
    return lines;
  }
}
