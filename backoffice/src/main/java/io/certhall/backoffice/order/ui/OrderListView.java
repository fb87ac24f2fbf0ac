package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.home.ui.HomeView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.KeysetDataProvider;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.NarrowScreen;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.Service;
import io.certhall.processes.order.query.OrderFilter;
import io.certhall.processes.order.query.OrderQuery;
import io.certhall.processes.order.query.OrderRow;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** The applicant's orders (GS-95). */
@Route(value = "orders", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class OrderListView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient OrderQuery orders;
  private final transient Actor actor;
  private final Tabs groups = new Tabs();
  private final Select<Service> service = new Select<>();
  private final TextField text = new TextField();
  private final Span count = new Span();
  private final Grid<OrderRow> grid = new Grid<>();
  private final Div none = new Div();
  private transient OrderFilter filter = OrderFilter.ALL;

  OrderListView(OrderQuery orders, CurrentActor currentActor) {
    super(Texts.of("orders.title"));
    this.orders = orders;
    this.actor = currentActor.get();
    addClassName("page-list");
    addAction(
        ActionButton.primary(
            Texts.of("orders.new"), () -> UI.getCurrent().navigate(HomeView.class)));
    for (OrderGroup group : OrderGroup.values()) {
      Tab tab = new Tab(Texts.of(group));
      tab.setId(group.name());
      groups.add(tab);
    }
    groups.addSelectedChangeListener(change -> refresh());
    service.setPlaceholder(Texts.of("orders.anyService"));
    service.setAriaLabel(Texts.of("orders.service"));
    service.setItems(Service.values());
    service.setEmptySelectionAllowed(true);
    service.setEmptySelectionCaption(Texts.of("orders.anyService"));
    service.setItemLabelGenerator(
        value -> value == null ? Texts.of("orders.anyService") : Texts.of(value));
    service.addValueChangeListener(change -> refresh());
    text.setPlaceholder(Texts.of("orders.search"));
    text.setAriaLabel(Texts.of("orders.search"));
    text.setClearButtonVisible(true);
    text.setPrefixComponent(VaadinIcon.SEARCH.create());
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> refresh());
    count.addClassNames("muted", "small", "push");
    Div filters = new Div(service, text, count);
    filters.addClassName("filters");
    addColumns();
    grid.addClassName("order-grid");
    add(groups, filters, grid, none);
    refresh();
  }

  private void addColumns() {
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
    List<Grid.Column<OrderRow>> wide = new ArrayList<>();
    wide.add(
        grid.addComponentColumn(
                row -> {
                  RouterLink link =
                      new RouterLink(row.orderNo(), OrderView.class, OrderView.of(row.orderNo()));
                  link.addClassName("num");
                  return link;
                })
            .setHeader(Texts.of("orders.number"))
            .setWidth("11.5rem")
            .setFlexGrow(0));
    wide.add(
        grid.addColumn(row -> Texts.of(row.service()))
            .setHeader(Texts.of("orders.service"))
            .setWidth("6rem")
            .setFlexGrow(0));
    wide.add(
        grid.addComponentColumn(row -> new StatusBadge(row.state()))
            .setHeader(Texts.of("orders.state"))
            .setWidth("8rem")
            .setFlexGrow(0));
    wide.add(
        grid.addColumn(row -> StatusBadge.mover(row.state(), true))
            .setHeader(Texts.of("orders.mover"))
            .setWidth("12rem")
            .setFlexGrow(1));
    wide.add(
        grid.addColumn(row -> Money.yuan(row.totalFen()))
            .setHeader(Texts.of("orders.amount"))
            .setTextAlign(ColumnTextAlign.END)
            .setWidth("7.5rem")
            .setFlexGrow(0));
    wide.add(
        grid.addColumn(row -> Texts.of(row.payStatus()))
            .setHeader(Texts.of("orders.payment"))
            .setWidth("6.5rem")
            .setFlexGrow(0));
    wide.add(
        grid.addColumn(row -> Times.minute(row.createdAt()))
            .setHeader(Texts.of("orders.created"))
            .setWidth("10rem")
            .setFlexGrow(0));
    Grid.Column<OrderRow> card =
        grid.addColumn(new ComponentRenderer<>(OrderCard::new)).setFlexGrow(1);
    card.setVisible(false);
    NarrowScreen.watch(
        this,
        narrow -> {
          wide.forEach(column -> column.setVisible(!narrow));
          card.setVisible(narrow);
          grid.setClassName("cards", narrow);
        });
    grid.addItemDoubleClickListener(
        click ->
            UI.getCurrent().navigate(OrderView.class, OrderView.of(click.getItem().orderNo())));
  }

  private void refresh() {
    OrderGroup group =
        groups.getSelectedTab() == null
            ? OrderGroup.ALL
            : OrderGroup.valueOf(groups.getSelectedTab().getId().orElseThrow());
    filter = new OrderFilter(null, service.getValue(), group.states(), null, text.getValue());
    int found = orders.count(actor, filter);
    count.setText(Texts.of("shell.count", found));
    grid.setVisible(found > 0);
    none.setVisible(found == 0);
    if (found == 0) {
      showNothing();
    } else {
      grid.setDataProvider(
          new KeysetDataProvider<OrderRow, String>(
              (after, limit) -> orders.page(actor, filter, after, limit),
              () -> orders.count(actor, filter),
              OrderRow::orderNo));
    }
  }

  private void showNothing() {
    none.removeAll();
    boolean filtered = !filter.equals(new OrderFilter(null, null, java.util.Set.of(), null, ""));
    none.add(
        filtered
            ? new EmptyState(
                VaadinIcon.SEARCH, Texts.of("orders.noneFound"), Texts.of("orders.noneFoundText"))
            : new EmptyState(
                VaadinIcon.FILE_TEXT_O,
                Texts.of("orders.none"),
                Texts.of("orders.noneText"),
                ActionButton.primary(
                    Texts.of("orders.new"), () -> UI.getCurrent().navigate(HomeView.class))));
  }
}
