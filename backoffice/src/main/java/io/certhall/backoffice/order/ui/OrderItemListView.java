package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Route;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.FilterChoice;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.PagedList;
import io.certhall.backoffice.shell.RowCard;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each certificate applied for (证书办理详细列表, GS-97). */
@Route(value = "order-items", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class OrderItemListView extends PagedList<Row> {

  private static final long serialVersionUID = 1L;

  private final transient OrderItemQuery query;
  private final transient PublishedPolicies policies;
  private final transient Actor actor;
  private final FilterChoice<CertificateType> type;
  private final FilterChoice<Boolean> done;

  OrderItemListView(OrderItemQuery query, PublishedPolicies policies, CurrentActor currentActor) {
    super(
        Texts.of("items.title"),
        new EmptyState(VaadinIcon.DIPLOMA, Texts.of("items.none"), Texts.of("items.noneText")));
    this.query = query;
    this.policies = policies;
    this.actor = currentActor.get();
    type =
        choice("type", "items.type", "items.anyType", List.of(CertificateType.values()), Texts::of);
    done =
        choice(
            "done",
            "items.done",
            "items.anyDone",
            List.of(false, true),
            value -> Texts.of("items.done." + value));
    column("items.type", this::kind);
    column("items.service", row -> Texts.of(row.service()));
    grid().text("items.time", "9rem", row -> Times.minute(row.createdAt()));
    column("items.subject", Row::subject).setFlexGrow(3);
    column("items.province", row -> text(row.province()));
    column("items.city", row -> text(row.city()));
    column("items.seals", row -> Integer.toString(row.seals()));
    column("items.years", row -> row.years() == 0 ? "" : Integer.toString(row.years()));
    column("items.done", OrderItemListView::status);
    grid().cell("orders.actions", "7rem", this::actions);
  }

  private Grid.Column<Row> column(String header, ValueProvider<Row, String> content) {
    return grid().text(header, "4.5rem", content).setFlexGrow(1);
  }

  @Override
  protected Component card(Row row) {
    return new RowCard(new Span(kind(row)), new Span(status(row)))
        .facts(row.subject(), Texts.of(row.service()))
        .facts(row.orderNo(), Times.minute(row.createdAt()))
        .actions(actions(row));
  }

  private String kind(Row row) {
    return GoodsText.kind(hall(row), row.type());
  }

  private static String status(Row row) {
    return Texts.of("items.done." + (row.status() == ItemStatus.DONE));
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

  private OrderItemQuery.Filter filter() {
    return new OrderItemQuery.Filter(type.getValue(), done.getValue());
  }

  @Override
  protected int count() {
    return query.count(actor, filter());
  }

  @Override
  protected List<Row> rows(int offset, int limit) {
    return query.page(actor, filter(), offset, limit);
  }
}
