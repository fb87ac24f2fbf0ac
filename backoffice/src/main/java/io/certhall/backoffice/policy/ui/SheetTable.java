package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.certhall.backoffice.policy.DecisionSheet;
import io.certhall.backoffice.shell.Texts;

/** A decision table as a table of the page. */
final class SheetTable extends Div {

  private static final long serialVersionUID = 1L;

  SheetTable(DecisionSheet sheet) {
    addClassName("table-holder");
    NativeTable table = new NativeTable();
    table.addClassNames("table", "sheet");
    NativeTableRow names = new NativeTableRow();
    names.add(new NativeTableHeaderCell("#"));
    sheet.inputs().forEach(input -> names.add(cell(input, "sheet-input")));
    sheet.outputs().forEach(output -> names.add(cell(output, "sheet-output")));
    names.add(cell(Texts.of("staff.policy.note"), "sheet-note"));
    NativeTableHeader head = new NativeTableHeader();
    head.add(names);
    NativeTableBody body = new NativeTableBody();
    for (int i = 0; i < sheet.rows().size(); i++) {
      NativeTableRow row = new NativeTableRow();
      row.add(new NativeTableCell(Integer.toString(i + 1)));
      sheet
          .rows()
          .get(i)
          .forEach(text -> row.add(new NativeTableCell(text.isEmpty() ? "–" : text)));
      body.add(row);
    }
    table.add(head, body);
    add(table);
  }

  private static NativeTableHeaderCell cell(String text, String tone) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.addClassName(tone);
    return cell;
  }
}
