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

/** Rows of a decision table that went, came or changed; old values struck out beside the new. */
final class RowDifferences extends Div {

  private static final long serialVersionUID = 1L;

  RowDifferences(TableDifference.Table difference) {
    addClassName("table-holder");
    NativeTableRow names = new NativeTableRow();
    names.add(new NativeTableHeaderCell("#"), new NativeTableHeaderCell(""));
    for (String column : difference.columns()) {
      names.add(
          new NativeTableHeaderCell(column.isEmpty() ? Texts.of("staff.policy.note") : column));
    }
    NativeTableHeader head = new NativeTableHeader();
    head.add(names);
    NativeTableBody body = new NativeTableBody();
    for (TableDifference.Row row : difference.rows()) {
      NativeTableRow line = new NativeTableRow();
      line.add(new NativeTableCell(Integer.toString(row.number())));
      line.add(new NativeTableCell(DifferencePanel.badge(row.change())));
      row.cells().forEach(cell -> line.add(cell(row.change(), cell)));
      body.add(line);
    }
    NativeTable table = new NativeTable();
    table.addClassNames("table", "sheet");
    table.add(head, body);
    add(table);
  }

  private static NativeTableCell cell(Change change, TableDifference.Cell cell) {
    NativeTableCell holder = new NativeTableCell();
    if (change != Change.ADDED && !cell.isSame() && !cell.before().isEmpty()) {
      Span was = new Span(cell.before());
      was.addClassName("was");
      holder.add(was, new Span(" "));
    }
    if (change == Change.REMOVED) {
      return holder;
    }
    Span is = new Span(cell.after());
    if (!cell.isSame()) {
      is.addClassName("is");
    }
    holder.add(is);
    return holder;
  }
}
