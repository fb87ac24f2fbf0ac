package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.NarrowScreen;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.OrderState;
import io.certhall.processes.order.query.OrderFilter;
import io.certhall.processes.order.query.OrderQuery;
import io.certhall.processes.order.query.OrderRow;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Set;

/** Every submitted order, to be found by number or applicant. */
@Route(value = "work/orders", layout = MainLayout.class)
@RolesAllowed({"REVIEWER", "PRODUCER", "DISPATCHER", "FINANCE", "MANAGER", "AUDITOR", "ADMIN"})
@StyleSheet("staff.css")
public class StaffOrdersView extends Page {

  private static final long serialVersionUID = 1L;

  private final TextField text = new TextField();
  private final MultiSelectComboBox<OrderState> states = new MultiSelectComboBox<>();
  private final Span count = new Span();
  private final transient OrderRows rows;

  StaffOrdersView(CurrentActor actor, OrderQuery query) {
    super(Texts.of("staff.orders.title"));
    text.setPlaceholder(Texts.of("staff.work.find"));
    text.setAriaLabel(Texts.of("staff.work.find"));
    text.setPrefixComponent(VaadinIcon.SEARCH.create());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> refresh());
    states.setPlaceholder(Texts.of("staff.orders.states"));
    states.setAriaLabel(Texts.of("staff.orders.states"));
    states.setItems(
        Arrays.stream(OrderState.values()).filter(state -> state != OrderState.DRAFT).toList());
    states.setItemLabelGenerator(Texts::of);
    states.addValueChangeListener(change -> refresh());
    count.addClassNames("muted", "small", "filter-count");
    Div filter = new Div(text, states, count);
    filter.addClassName("work-filter");
    rows = new OrderRows(query, actor.get(), OrderFilter.ALL);
    add(filter, grid());
    refresh();
  }

  private void refresh() {
    OrderFilter filter =
        OrderFilter.ALL.withText(text.getValue()).withStates(Set.copyOf(states.getValue()));
    count.setText(Texts.of("shell.count", rows.show(filter)));
  }

  private Grid<OrderRow> grid() {
    Grid<OrderRow> grid = new Grid<>();
    grid.addClassName("work-grid");
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    Grid.Column<OrderRow> compact =
        grid.addComponentColumn(StaffOrdersView::compact).setHeader(Texts.of("staff.orders.title"));
    grid.addComponentColumn(row -> link(row))
        .setHeader(Texts.of("staff.work.order"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(OrderRow::applicantName)
        .setHeader(Texts.of("staff.work.applicant"))
        .setFlexGrow(3);
    grid.addColumn(row -> Texts.of(row.service()))
        .setHeader(Texts.of("staff.work.service"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(row -> new StatusBadge(row.state()))
        .setHeader(Texts.of("staff.orders.state"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(row -> Texts.of(row.payStatus()))
        .setHeader(Texts.of("staff.orders.pay"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(row -> Money.yuan(row.totalFen()))
        .setHeader(Texts.of("staff.orders.total"))
        .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END)
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(row -> Times.minute(row.stateSince()))
        .setHeader(Texts.of("staff.orders.since"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    NarrowScreen.swap(grid, compact);
    grid.setDataProvider(rows);
    return grid;
  }

  private static RouterLink link(OrderRow row) {
    RouterLink link = new RouterLink(row.orderNo(), StaffOrderView.class, row.orderNo());
    link.addClassName("num");
    return link;
  }

  private static Component compact(OrderRow row) {
    Span applicant = new Span(row.applicantName());
    applicant.addClassName("work-subject");
    Span facts =
        new Span(
            Texts.of(row.service())
                + " · "
                + Money.yuan(row.totalFen())
                + " · "
                + Times.minute(row.stateSince()));
    facts.addClassNames("muted", "small");
    Div marks = new Div(new StatusBadge(row.state()), link(row));
    marks.addClassName("work-marks");
    Div cell = new Div(applicant, facts, marks);
    cell.addClassName("work-compact");
    return cell;
  }
}
