package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableFooter;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.Order;
import java.util.List;

/** The frozen price list of an order. */
public final class PriceCard extends Card {

  private static final long serialVersionUID = 1L;

  public PriceCard(Order order, List<Order.Line> lines) {
    super(Texts.of("staff.price.title"));
    addToHead(new StatusBadge(Texts.of(order.payStatus()), Tone.NEUTRAL));
    NativeTable table = new NativeTable();
    table.addClassName("table");
    NativeTableHeader head = new NativeTableHeader();
    head.add(
        row(
            new NativeTableHeaderCell(Texts.of("staff.price.item")),
            end(new NativeTableHeaderCell(Texts.of("staff.price.unit"))),
            end(new NativeTableHeaderCell(Texts.of("staff.price.quantity"))),
            end(new NativeTableHeaderCell(Texts.of("staff.price.amount")))));
    NativeTableBody body = new NativeTableBody();
    for (Order.Line line : lines) {
      body.add(
          row(
              new NativeTableCell(line.label()),
              end(new NativeTableCell(Money.yuan(line.unitFen()))),
              end(new NativeTableCell(Integer.toString(line.quantity()))),
              end(new NativeTableCell(Money.yuan(line.amountFen())))));
    }
    NativeTableFooter foot = new NativeTableFooter();
    foot.add(
        row(
            new NativeTableCell(Texts.of("staff.price.total")),
            new NativeTableCell(""),
            new NativeTableCell(""),
            end(new NativeTableCell(Money.yuan(order.totalFen())))));
    table.add(head, body, foot);
    Div holder = new Div(table);
    holder.addClassName("table-holder");
    add(holder);
  }

  private static NativeTableRow row(com.vaadin.flow.component.Component... cells) {
    NativeTableRow row = new NativeTableRow();
    row.add(cells);
    return row;
  }

  private static <C extends com.vaadin.flow.component.HtmlContainer> C end(C cell) {
    cell.addClassName("end");
    return cell;
  }
}
