package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.order.ui.FeeLabels;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.Holder;
import java.util.List;
import java.util.stream.Collectors;

/** The price list on the page. */
class PriceTable extends Div {

  private static final long serialVersionUID = 1L;
  private static final String COLUMNS = "2";

  private final transient HallSettings hall;

  PriceTable(HallSettings hall, List<PriceList.Section> sections) {
    this.hall = hall;
    addClassName("table-holder");
    NativeTable table = new NativeTable();
    table.addClassNames("table", "price-table");
    NativeTableRow titles = new NativeTableRow();
    titles.add(
        new NativeTableHeaderCell(Texts.of("prices.what")),
        end(new NativeTableHeaderCell(Texts.of("prices.price"))));
    NativeTableHeader head = new NativeTableHeader();
    head.add(titles);
    NativeTableBody body = new NativeTableBody();
    for (PriceList.Section section : sections) {
      body.add(group(section));
      section.entries().forEach(entry -> body.add(row(entry)));
    }
    table.add(head, body);
    add(table);
  }

  private NativeTableRow group(PriceList.Section section) {
    String service = Texts.of(section.service().title());
    String title =
        section.service().holders().size() > 1
            ? Texts.of("prices.serviceFor", service, Texts.of(Holder.valueOf(section.holder())))
            : service;
    NativeTableCell cell = new NativeTableCell(title);
    cell.getElement().setAttribute("colspan", COLUMNS);
    NativeTableRow row = new NativeTableRow();
    row.addClassName("table-group");
    row.add(cell);
    return row;
  }

  private NativeTableRow row(PriceList.Entry entry) {
    Span what = new Span(FeeLabels.of(entry.line().code(), entry.line().label()));
    NativeTableCell name = new NativeTableCell(what);
    if (entry.secondary()) {
      name.add(small(Texts.of("prices.secondary")));
    }
    if (!entry.types().isEmpty()) {
      name.add(
          small(
              entry.types().stream()
                  .map(type -> Texts.of(hall.certificateType(type).label()))
                  .collect(Collectors.joining(Texts.isEnglish() ? ", " : "、"))));
    }
    NativeTableRow row = new NativeTableRow();
    row.add(name, end(new NativeTableCell(price(entry))));
    return row;
  }

  private static Component price(PriceList.Entry entry) {
    Div price = new Div();
    if (!entry.byYears().isEmpty()) {
      entry
          .byYears()
          .forEach(
              (years, fen) ->
                  price.add(new Div(Texts.of("prices.forYears", years, Money.yuan(fen)))));
    } else if (entry.line().unitFen() == 0) {
      price.setText(Texts.of("prices.free"));
    } else {
      String unit =
          entry.perSeal() && entry.perYear()
              ? "prices.perSealAndYear"
              : entry.perSeal()
                  ? "prices.perSeal"
                  : entry.perYear() ? "prices.perYear" : "prices.perPiece";
      price.setText(Texts.of(unit, Money.yuan(entry.line().unitFen())));
    }
    return price;
  }

  private static Span small(String text) {
    Span words = new Span(text);
    words.addClassNames("muted", "small", "price-note");
    return words;
  }

  private static <C extends Component> C end(C cell) {
    cell.addClassName("end");
    return cell;
  }
}
