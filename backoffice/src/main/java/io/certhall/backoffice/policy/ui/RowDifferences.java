package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.policy.difference.Change;
import io.certhall.processes.policy.difference.TableDifference;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of a decision table that went, came or changed; old values struck out beside the new. */
final class RowDifferences extends Div {

  private static final long serialVersionUID = 1L;

  RowDifferences(TableDifference.Table difference) {
    addClassName("table-holder");
    NativeTableRow names = new NativeTableRow();
    names.add(new NativeTableHeaderCell("#"), new NativeTableHeaderCell(""));
    List<Integer> columns = used(difference);
    for (int column : columns) {
      String label = difference.columns().get(column);
      names.add(new NativeTableHeaderCell(label.isEmpty() ? Texts.of("staff.policy.note") : label));
    }
    NativeTableHeader head = new NativeTableHeader();
    head.add(names);
    NativeTableBody body = new NativeTableBody();
    for (TableDifference.Row row : difference.rows()) {
      NativeTableRow line = new NativeTableRow();
      line.add(new NativeTableCell(Integer.toString(row.number())));
      line.add(new NativeTableCell(DifferencePanel.badge(row.change())));
      columns.forEach(column -> line.add(cell(row.change(), row.cells().get(column))));
      body.add(line);
    }
    NativeTable table = new NativeTable();
    table.addClassNames("table", "sheet");
    table.add(head, body);
    add(table);
  }

  /** Columns in which any of these rows says something. */
  private static List<Integer> used(TableDifference.Table difference) {
    return IntStream.range(0, difference.columns().size())
        .filter(
            column ->
                difference.rows().stream()
                    .map(row -> row.cells().get(column))
                    .anyMatch(cell -> !cell.before().isEmpty() || !cell.after().isEmpty()))
        .boxed()
        .toList();
  }

  /** Lists of words may break after their commas. */
  private static String breakable(String text) {
    return text.replace("\",\"", "\", \"");
  }

  private static NativeTableCell cell(Change change, TableDifference.Cell cell) {
    NativeTableCell holder = new NativeTableCell();
    if (change != Change.ADDED && !cell.isSame() && !cell.before().isEmpty()) {
      Span was = new Span(breakable(cell.before()));
      was.addClassName("was");
      holder.add(was, new Span(" "));
    }
    if (change == Change.REMOVED) {
      return holder;
    }
    Span is = new Span(breakable(cell.after()));
    if (!cell.isSame()) {
      is.addClassName("is");
    }
    holder.add(is);
    return holder;
  }
}
