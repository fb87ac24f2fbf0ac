package io.certhall.processes.policy.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of decision tables that went, came or changed; an empty list: only the layout differs. */
public record TableDifference(List<Table> tables) implements FileDifference.Content {

  /**
   * @param columns labels; the last, without one, holds the rows' notes
   * @param hitPolicy how rows are chosen, before and after
   */
  public record Table(String name, List<String> columns, Cell hitPolicy, List<Row> rows) {}

  /**
   * @param number of the row, in the old table for what was removed
   */
  public record Row(Change change, int number, List<Cell> cells) {}

  public record Cell(String before, String after) {
    public boolean isSame() {
      return before.equals(after);
    }
  }

  public TableDifference {
    tables = List.copyOf(tables);
  }

  static TableDifference between(String before, String after) {
    Map<String, DecisionRows> old = DecisionRows.of(before);
    Map<String, DecisionRows> now = DecisionRows.of(after);
    Set<String> ids = new LinkedHashSet<>(now.keySet());
    ids.addAll(old.keySet());
    List<Table> tables = new ArrayList<>();
    for (String id : ids) {
      Table table =
          table(old.getOrDefault(id, DecisionRows.NONE), now.getOrDefault(id, DecisionRows.NONE));
      if (!table.rows().isEmpty() || !table.hitPolicy().isSame()) {
        tables.add(table);
      }
    }
    return new TableDifference(tables);
  }

  private static Table table(DecisionRows old, DecisionRows now) {
    Map<String, String> columns = new LinkedHashMap<>(now.columns());
    old.columns().forEach(columns::putIfAbsent);
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, Map<String, String>> row : now.rows().entrySet()) {
      number++;
      Map<String, String> was = old.rows().get(row.getKey());
      List<Cell> cells = cells(columns.keySet(), was == null ? Map.of() : was, row.getValue());
      if (was == null) {
        rows.add(new Row(Change.ADDED, number, cells));
      } else if (!cells.stream().allMatch(Cell::isSame)) {
        rows.add(new Row(Change.CHANGED, number, cells));
      }
    }
    number = 0;
    for (Map.Entry<String, Map<String, String>> row : old.rows().entrySet()) {
      number++;
      if (!now.rows().containsKey(row.getKey())) {
        rows.add(
            new Row(Change.REMOVED, number, cells(columns.keySet(), row.getValue(), Map.of())));
      }
    }
    return new Table(
        now.name().isEmpty() ? old.name() : now.name(),
        List.copyOf(columns.values()),
        new Cell(old.hitPolicy(), now.hitPolicy()),
        List.copyOf(rows));
  }

  private static List<Cell> cells(
      Set<String> columns, Map<String, String> before, Map<String, String> after) {
    return columns.stream()
        .map(column -> new Cell(before.getOrDefault(column, ""), after.getOrDefault(column, "")))
        .toList();
  }
}
