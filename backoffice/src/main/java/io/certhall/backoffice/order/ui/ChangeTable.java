package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.privacy.Masking;
import org.jspecify.annotations.Nullable;

/** Old and new side by side, for applicant and reviewer. */
public class ChangeTable extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * @param masked whether numbers of identity cards are hidden
   */
  public ChangeTable(ChangeForm change, boolean masked) {
    addClassName("table-holder");
    NativeTable table = new NativeTable();
    table.addClassNames("table", "change-table");
    NativeTableRow titles = new NativeTableRow();
    titles.add(
        new NativeTableHeaderCell(Texts.of("change.what")),
        new NativeTableHeaderCell(Texts.of("change.before")),
        new NativeTableHeaderCell(Texts.of("change.after")));
    NativeTableHeader head = new NativeTableHeader();
    head.add(titles);
    NativeTableBody body = new NativeTableBody();
    ChangeForm.Before before =
        change.before() == null ? new ChangeForm.Before(null, null, null) : change.before();
    for (ChangeKind kind : change.kinds()) {
      switch (kind) {
        case NAME -> body.add(row(Texts.of(kind), before.name(), change.newName()));
        case LEGAL_REP -> {
          body.add(row(Texts.of(kind), before.legalRep(), change.newLegalRep()));
          body.add(
              row(
                  Texts.of("change.legalRepIdNo"),
                  idNo(before.legalRepIdNo(), masked),
                  idNo(change.newLegalRepIdNo(), masked)));
        }
        case SEAL ->
            body.add(row(Texts.of(kind), Texts.of("change.oldSeal"), Texts.of("change.newSeal")));
      }
    }
    table.add(head, body);
    add(table);
    if (change.note() != null) {
      Span note = new Span(Texts.of("change.noteIs", change.note()));
      note.addClassNames("muted", "small");
      add(note);
    }
  }

  private static @Nullable String idNo(@Nullable String number, boolean masked) {
    return number == null || !masked ? number : Masking.idNumber(number);
  }

  private static NativeTableRow row(String what, @Nullable String old, @Nullable String now) {
    NativeTableCell after = new NativeTableCell(now == null ? "—" : now);
    after.addClassName("change-new");
    NativeTableRow row = new NativeTableRow();
    row.add(new NativeTableCell(what), new NativeTableCell(old == null ? "—" : old), after);
    return row;
  }
}
