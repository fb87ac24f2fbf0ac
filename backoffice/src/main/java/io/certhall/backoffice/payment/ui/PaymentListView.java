package io.certhall.backoffice.payment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Address;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.PageBar;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.payment.PaymentOrderQuery;
import io.certhall.processes.payment.PaymentOrderQuery.Row;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;

/** What the applicant has paid or has to pay (支付订单, GS-71). */
@Route(value = "payments", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class PaymentListView extends Page implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient PaymentOrderQuery query;
  private final transient PublishedPolicies policies;
  private final transient Actor actor;
  private final Select<PayStatus> status = new Select<>();
  private final Grid<Row> grid = new Grid<>();
  private final PageBar pages = new PageBar(this::go);
  private final EmptyState none =
      new EmptyState(
          VaadinIcon.CREDIT_CARD, Texts.of("payments.none"), Texts.of("payments.noneText"));
  private transient Address address = new Address();
  private boolean showing;

  PaymentListView(PaymentOrderQuery query, PublishedPolicies policies, CurrentActor currentActor) {
    super(Texts.of("payments.title"));
    this.query = query;
    this.policies = policies;
    this.actor = currentActor.get();
    addClassName("page-list");
    setLead(Texts.of("payments.lead"));
    status.setItems(
        Arrays.stream(PayStatus.values()).filter(value -> value != PayStatus.FREE).toList());
    status.setEmptySelectionAllowed(true);
    status.setPlaceholder(Texts.of("payments.anyStatus"));
    status.setEmptySelectionCaption(Texts.of("payments.anyStatus"));
    status.setAriaLabel(Texts.of("orders.payment"));
    status.setItemLabelGenerator(
        value -> value == null ? Texts.of("payments.anyStatus") : Texts.of(value));
    status.addValueChangeListener(
        change -> {
          if (!showing) {
            address.put("status", change.getValue());
            go(1, address.rows());
          }
        });
    Div filters = new Div(status, ActionButton.tertiary(Texts.of("orders.refresh"), this::refresh));
    filters.addClassName("filters");
    addColumns();
    add(filters, grid, pages, none);
  }

  private void addColumns() {
    grid.addClassName("order-grid");
    grid.addThemeVariants(
        GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.setAllRowsVisible(true);
    grid.addComponentColumn(
            row -> new RouterLink(row.orderNo(), OrderView.class, OrderView.of(row.orderNo())))
        .setHeader(Texts.of("orders.number"))
        .setWidth("14rem")
        .setFlexGrow(0);
    grid.addColumn(Row::title).setHeader(Texts.of("payments.payer")).setFlexGrow(2);
    grid.addColumn(this::kind).setHeader(Texts.of("payments.kind")).setFlexGrow(1);
    grid.addColumn(row -> Money.yuan(row.totalFen()))
        .setHeader(Texts.of("payments.amount"))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("7.5rem")
        .setFlexGrow(0);
    grid.addColumn(row -> Times.minute(row.createdAt()))
        .setHeader(Texts.of("payments.created"))
        .setWidth("10rem")
        .setFlexGrow(0);
    grid.addColumn(row -> Texts.of(row.payStatus()))
        .setHeader(Texts.of("payments.status"))
        .setWidth("7rem")
        .setFlexGrow(0);
    grid.addComponentColumn(PaymentListView::action)
        .setHeader(Texts.of("orders.actions"))
        .setWidth("8rem")
        .setFlexGrow(0);
  }

  private String kind(Row row) {
    return Texts.of(
        "payments.kindOf",
        Texts.of(policies.active(row.hall()).settings().shortName()),
        Texts.of(row.service()));
  }

  private static Component action(Row row) {
    String page = "orders/" + row.orderNo();
    Div actions = new Div();
    actions.addClassName("row-actions");
    if (row.isPayable()) {
      actions.add(new Anchor(page + "/pay", Texts.of("orders.pay")));
    }
    actions.add(new Anchor(page, Texts.of("orders.view")));
    return actions;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    address = new Address(event.getLocation().getQueryParameters());
    refresh();
  }

  private void go(int page, int rows) {
    UI.getCurrent().navigate(PaymentListView.class, address.turned(page, rows).parameters());
  }

  private void refresh() {
    PayStatus wanted = address.word("status", PayStatus.class).orElse(null);
    showing = true;
    status.setValue(wanted);
    showing = false;
    int found = query.count(actor, wanted);
    int rows = address.rows();
    int page = Math.min(address.page(), PageBar.pages(found, rows));
    grid.setItems(query.page(actor, wanted, (page - 1) * rows, rows));
    grid.setVisible(found > 0);
    none.setVisible(found == 0);
    pages.show(found, page, rows);
  }
}
