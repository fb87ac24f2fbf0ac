package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.RowCard;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.query.OrderRow;

/** An order in a list, where there is no room for a table. */
public class OrderCard extends RouterLink {

  private static final long serialVersionUID = 1L;

  public OrderCard(OrderRow row) {
    setRoute(OrderView.class, OrderView.of(row.orderNo()));
    addClassName("row-card");
    Span service = new Span(Texts.of(row.service()));
    service.addClassName("row-title");
    Span amount = new Span(Money.yuan(row.totalFen()));
    amount.addClassName("num");
    Span number = new Span(row.orderNo());
    number.addClassNames("muted", "small", "num");
    Span mover = new Span(StatusBadge.mover(row.state(), true));
    mover.addClassName("small");
    Span since = new Span(Times.minute(row.stateSince()));
    since.addClassNames("muted", "small", "num");
    add(
        RowCard.line(service, new StatusBadge(row.state())),
        RowCard.line(number, amount),
        RowCard.line(mover, since));
  }
}
