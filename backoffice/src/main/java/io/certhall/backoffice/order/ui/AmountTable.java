package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.Order;
import java.util.List;

/** What an order costs, line by line, and what was paid. */
public class AmountTable extends Div {

  private static final long serialVersionUID = 1L;
  private static final int COLUMNS = 4;

  /** What it would cost. */
  public AmountTable(List<Order.Line> lines) {
    this(lines, 0, 0);
  }

  AmountTable(Order order, List<Order.Line> lines) {
    this(lines, order.paidFen(), order.refundedFen());
  }

  private AmountTable(List<Order.Line> lines, long paidFen, long refundedFen) {
    addClassName("table-holder");
    NativeTable table = new NativeTable();
    table.addClassName("table");
    NativeTableHeader head = table.getHead();
    NativeTableRow titles = new NativeTableRow();
    titles.add(
        new NativeTableHeaderCell(Texts.of("order.line.what")),
        end(new NativeTableHeaderCell(Texts.of("order.line.unit"))),
        end(new NativeTableHeaderCell(Texts.of("order.line.quantity"))),
        end(new NativeTableHeaderCell(Texts.of("order.line.amount"))));
    head.add(titles);
    NativeTableBody body = table.getBody();
    int item = 0;
    for (Order.Line line : lines) {
      if (line.itemSeq() != item) {
        item = line.itemSeq();
        body.add(group(Texts.of("draft.item.number", item)));
      }
      body.add(row(line));
    }
    long total = lines.stream().mapToLong(Order.Line::amountFen).sum();
    body.add(sum(Texts.of("draft.total"), total, true));
    if (paidFen > 0) {
      body.add(sum(Texts.of("order.paid"), paidFen, false));
    }
    if (refundedFen > 0) {
      body.add(sum(Texts.of("order.refunded"), -refundedFen, false));
    }
    add(table);
  }

  private static NativeTableRow row(Order.Line line) {
    NativeTableRow row = new NativeTableRow();
    row.add(
        new NativeTableCell(FeeLabels.of(line)),
        end(new NativeTableCell(Money.yuan(line.unitFen()))),
        end(new NativeTableCell(Integer.toString(line.quantity()))),
        end(new NativeTableCell(Money.yuan(line.amountFen()))));
    return row;
  }

  private static NativeTableRow group(String text) {
    NativeTableCell cell = new NativeTableCell(text);
    cell.getElement().setAttribute("colspan", Integer.toString(COLUMNS));
    NativeTableRow row = new NativeTableRow();
    row.addClassName("table-group");
    row.add(cell);
    return row;
  }

  private static NativeTableRow sum(String label, long fen, boolean strong) {
    NativeTableCell name = new NativeTableCell(label);
    name.getElement().setAttribute("colspan", Integer.toString(COLUMNS - 1));
    NativeTableRow row = new NativeTableRow();
    row.addClassName(strong ? "table-total" : "table-sum");
    row.add(name, end(new NativeTableCell(Money.yuan(fen))));
    return row;
  }

  private static <C extends Component> C end(C cell) {
    cell.addClassName("end");
    return cell;
  }
}
