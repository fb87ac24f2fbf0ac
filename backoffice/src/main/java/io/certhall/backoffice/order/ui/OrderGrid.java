package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.shell.CardGrid;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One page of the applicant's orders; two lines in each cell (SD-13, ZR-22, GS-95). */
final class OrderGrid extends CardGrid<OrderLine> {

  private static final long serialVersionUID = 1L;

  /**
   * @param actions the last cell of a row
   */
  OrderGrid(SerializableFunction<OrderLine, Component> actions) {
    super(line -> new OrderCard(line.row()));
    cell("orders.number", "11rem", OrderGrid::number);
    cell("orders.project", "8.5rem", line -> two(line.project(), line.row().applicantName()))
        .setFlexGrow(1);
    cell("orders.goodsDetail", "8rem", line -> two(Texts.of(line.row().service()), line.goods()))
        .setFlexGrow(1);
    cell(
            "orders.amount",
            "6rem",
            line -> two(Money.yuan(line.row().totalFen()), Texts.of(line.row().payStatus())))
        .setTextAlign(ColumnTextAlign.END);
    cell("orders.state", "8.5rem", OrderGrid::state);
    cell("orders.progress", "11rem", OrderGrid::progress).setFlexGrow(1);
    cell("orders.actions", "7rem", actions);
    addItemDoubleClickListener(
        click ->
            UI.getCurrent()
                .navigate(OrderView.class, OrderView.of(click.getItem().row().orderNo())));
  }

  private static Component number(OrderLine line) {
    RouterLink link =
        new RouterLink(line.row().orderNo(), OrderView.class, OrderView.of(line.row().orderNo()));
    link.addClassName("num");
    Span created = new Span(Times.minute(line.row().createdAt()));
    created.addClassNames("muted", "small", "num");
    return cellOf(link, created);
  }

  private static Component state(OrderLine line) {
    Span next =
        new Span(
            line.rejection().isEmpty()
                ? StatusBadge.mover(line.row().state(), true)
                : Texts.of("orders.rejection", line.rejection()));
    next.addClassNames(line.rejection().isEmpty() ? "muted" : "wrong", "small");
    return cellOf(new StatusBadge(line.row().state()), next);
  }

  /** Review, shipping and invoice: three columns would not fit beside the actions. */
  private static Component progress(OrderLine line) {
    return cellOf(
        step("orders.review", Texts.of(line.row().reviewStatus()), null),
        step("orders.shipping", Texts.of(line.row().deliveryStatus()), line.facts().trackingNo()),
        step("orders.invoice", Texts.of(line.row().invoiceStatus()), line.row().invoiceTitle()));
  }

  private static Component step(String name, String status, @Nullable String detail) {
    Span label = new Span(Texts.of(name));
    label.addClassName("muted");
    Span words = new Span(detail == null ? status : status + " " + detail);
    words.setTitle(words.getText());
    Div line = new Div(label, words);
    line.addClassNames("step-line", "small");
    return line;
  }

  private static Component two(String first, @Nullable String second) {
    Span above = new Span(first);
    if (second == null || second.isBlank()) {
      return above;
    }
    Span below = new Span(second);
    below.addClassNames("muted", "small");
    return cellOf(above, below);
  }

  private static Div cellOf(Component... parts) {
    Div cell = new Div();
    cell.addClassName("two-lines");
    Stream.of(parts).map(Div::new).forEach(cell::add);
    return cell;
  }
}
