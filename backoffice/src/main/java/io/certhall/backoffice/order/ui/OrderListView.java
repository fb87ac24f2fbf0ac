package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.home.ui.HomeView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Address;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.PageBar;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.query.OrderQuery;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The applicant's orders (GS-95); filters and page stand in the address. */
@Route(value = "orders", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class OrderListView extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient OrderQuery orders;
  private final transient OrderLines lines;
  private final transient Actor actor;
  private final OrderFilterBar filters =
      new OrderFilterBar(filter -> go(filter, 1, this.address.rows()), this::refresh);
  private final OrderGrid grid;
  private final PageBar pages = new PageBar((page, rows) -> go(this.filter, page, rows));
  private final Div none = new Div();
  private transient Address address = new Address();
  private transient OrderListFilter filter = OrderListFilter.ALL;

  OrderListView(
      OrderQuery orders, OrderLines lines, OrderActions actions, CurrentActor currentActor) {
    super(Texts.of("orders.title"));
    this.orders = orders;
    this.lines = lines;
    this.actor = currentActor.get();
    this.grid = new OrderGrid(line -> actions.of(actor, line.row(), this::refresh));
    addClassName("page-list");
    addAction(newOrder());
    add(filters, grid, pages, none);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    address = new Address(event.getLocation().getQueryParameters());
    filter = OrderListFilter.of(address);
    refresh();
  }

  private void go(OrderListFilter wanted, int page, int rows) {
    UI.getCurrent().navigate(OrderListView.class, wanted.address().turned(page, rows).parameters());
  }

  private void refresh() {
    int found = orders.count(actor, filter.query());
    int rows = address.rows();
    int page = Math.min(address.page(), PageBar.pages(found, rows));
    List<OrderLine> shown = lines.of(orders.page(actor, filter.query(), (page - 1) * rows, rows));
    filters.show(filter, found);
    grid.setItems(shown);
    grid.setVisible(found > 0);
    pages.show(found, page, rows);
    none.setVisible(found == 0);
    if (found == 0) {
      showNothing();
    }
  }

  private void showNothing() {
    none.removeAll();
    none.add(
        filter.equals(OrderListFilter.ALL)
            ? new EmptyState(
                VaadinIcon.FILE_TEXT_O,
                Texts.of("orders.none"),
                Texts.of("orders.noneText"),
                newOrder())
            : new EmptyState(
                VaadinIcon.SEARCH, Texts.of("orders.noneFound"), Texts.of("orders.noneFoundText")));
  }

  private static ActionButton newOrder() {
    return ActionButton.primary(
        Texts.of("orders.new"), () -> UI.getCurrent().navigate(HomeView.class));
  }
}
