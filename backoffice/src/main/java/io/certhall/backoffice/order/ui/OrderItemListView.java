package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.Address;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.PageBar;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.ItemStatus;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.Service;
import io.certhall.processes.order.query.OrderItemQuery;
import io.certhall.processes.order.query.OrderItemQuery.Row;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Each certificate applied for (证书办理详细列表, GS-97). */
@Route(value = "order-items", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class OrderItemListView extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient OrderItemQuery query;
  private final transient PublishedPolicies policies;
  private final transient Actor actor;
  private final Select<CertificateType> type = new Select<>();
  private final Select<Boolean> done = new Select<>();
  private final Grid<Row> grid = new Grid<>();
  private final PageBar pages = new PageBar(this::go);
  private final EmptyState none =
      new EmptyState(VaadinIcon.DIPLOMA, Texts.of("items.none"), Texts.of("items.noneText"));
  private transient Address address = new Address();
  private boolean showing;

  OrderItemListView(OrderItemQuery query, PublishedPolicies policies, CurrentActor currentActor) {
    super(Texts.of("items.title"));
    this.query = query;
    this.policies = policies;
    this.actor = currentActor.get();
    addClassName("page-list");
    choice(type, "items.anyType", "items.type");
    type.setItems(CertificateType.values());
    type.setItemLabelGenerator(
        value -> value == null ? Texts.of("items.anyType") : Texts.of(value));
    type.addValueChangeListener(change -> filter("type", change.getValue()));
    choice(done, "items.anyDone", "items.done");
    done.setItems(false, true);
    done.setItemLabelGenerator(
        value -> value == null ? Texts.of("items.anyDone") : Texts.of("items.done." + value));
    done.addValueChangeListener(change -> filter("done", change.getValue()));
    Div filters = new Div(type, done);
    filters.addClassName("filters");
    addColumns();
    add(filters, grid, pages, none);
  }

  private static void choice(Select<?> select, String any, String label) {
    select.setEmptySelectionAllowed(true);
    select.setPlaceholder(Texts.of(any));
    select.setEmptySelectionCaption(Texts.of(any));
    select.setAriaLabel(Texts.of(label));
  }

  private void addColumns() {
    grid.addClassName("order-grid");
    grid.addThemeVariants(
        GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.setAllRowsVisible(true);
    column("items.type", row -> GoodsText.kind(hall(row), row.type()));
    column("items.service", row -> Texts.of(row.service()));
    column("items.time", row -> Times.minute(row.createdAt()));
    column("items.subject", Row::subject).setFlexGrow(2);
    column("items.province", row -> text(row.province()));
    column("items.city", row -> text(row.city()));
    column("items.seals", row -> Integer.toString(row.seals()));
    column("items.years", row -> row.years() == 0 ? "" : Integer.toString(row.years()));
    column("items.done", row -> Texts.of("items.done." + (row.status() == ItemStatus.DONE)));
    grid.addComponentColumn(this::actions).setHeader(Texts.of("orders.actions")).setFlexGrow(1);
  }

  private Grid.Column<Row> column(String header, ValueProvider<Row, String> content) {
    return grid.addColumn(content).setHeader(Texts.of(header)).setFlexGrow(1).setKey(header);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private HallSettings hall(Row row) {
    return policies.active(row.hall()).settings();
  }

  private Component actions(Row row) {
    Div actions = new Div();
    actions.addClassName("row-actions");
    boolean updating =
        row.state() == OrderState.UPDATE_PENDING || row.state() == OrderState.UPDATE_FAILED;
    actions.add(
        new Anchor(
            "orders/" + row.orderNo(),
            Texts.of(
                updating && row.status() != ItemStatus.DONE ? "items.download" : "orders.view")));
    boolean sealable =
        hall(row).services().stream()
            .anyMatch(offer -> offer.enabled() && offer.code().equals(Service.ADD_SEAL.name()));
    if (sealable && row.status() == ItemStatus.DONE && row.issuedSerial() != null) {
      actions.add(
          new Anchor(
              "apply/" + row.hall() + "/ADD_SEAL?certificate=" + row.issuedSerial(),
              Texts.of("items.addSeal")));
    }
    return actions;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    address = new Address(event.getLocation().getQueryParameters());
    refresh();
  }

  private void filter(String key, @Nullable Object value) {
    if (!showing) {
      address.put(key, value);
      go(1, address.rows());
    }
  }

  private void go(int page, int rows) {
    UI.getCurrent().navigate(OrderItemListView.class, address.turned(page, rows).parameters());
  }

  private void refresh() {
    OrderItemQuery.Filter filter =
        new OrderItemQuery.Filter(
            address.word("type", CertificateType.class).orElse(null),
            address.text("done").matches("true|false")
                ? Boolean.valueOf(address.text("done"))
                : null);
    showing = true;
    type.setValue(filter.type());
    done.setValue(filter.done());
    showing = false;
    int found = query.count(actor, filter);
    int rows = address.rows();
    int page = Math.min(address.page(), PageBar.pages(found, rows));
    grid.setItems(query.page(actor, filter, (page - 1) * rows, rows));
    grid.setVisible(found > 0);
    none.setVisible(found == 0);
    pages.show(found, page, rows);
  }
}
