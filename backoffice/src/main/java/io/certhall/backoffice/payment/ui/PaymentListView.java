package io.certhall.backoffice.payment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.order.ui.OrderView;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.FilterChoice;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.PagedList;
import io.certhall.backoffice.shell.RowCard;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.processes.order.PayStatus;
import io.certhall.processes.payment.PaymentOrderQuery;
import io.certhall.processes.payment.PaymentOrderQuery.Row;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;

/** What the applicant has paid or has to pay (支付订单, GS-71). */
@Route(value = "payments", layout = MainLayout.class)
@RolesAllowed("APPLICANT")
public class PaymentListView extends PagedList<Row> {

  private static final long serialVersionUID = 1L;

  private static final List<PayStatus> STATUSES =
      Arrays.stream(PayStatus.values()).filter(value -> value != PayStatus.FREE).toList();

  private final transient PaymentOrderQuery query;
  private final transient PublishedPolicies policies;
  private final transient Actor actor;
  private final FilterChoice<PayStatus> status;

  PaymentListView(PaymentOrderQuery query, PublishedPolicies policies, CurrentActor currentActor) {
    super(
        Texts.of("payments.title"),
        new EmptyState(
            VaadinIcon.CREDIT_CARD, Texts.of("payments.none"), Texts.of("payments.noneText")));
    this.query = query;
    this.policies = policies;
    this.actor = currentActor.get();
    setLead(Texts.of("payments.lead"));
    status = choice("status", "orders.payment", "payments.anyStatus", STATUSES, Texts::of);
    addFilter(ActionButton.tertiary(Texts.of("orders.refresh"), this::refresh));
    grid().cell("orders.number", "13rem", PaymentListView::order);
    grid().text("payments.payer", "8rem", Row::title).setFlexGrow(2);
    grid().text("payments.kind", "8rem", this::kind).setFlexGrow(1);
    grid()
        .text("payments.amount", "7rem", row -> Money.yuan(row.totalFen()))
        .setTextAlign(ColumnTextAlign.END);
    grid().text("payments.created", "10rem", row -> Times.minute(row.createdAt()));
    grid().text("payments.status", "6rem", row -> Texts.of(row.payStatus()));
    grid().cell("orders.actions", "7.5rem", PaymentListView::actions);
  }

  @Override
  protected Component card(Row row) {
    return new RowCard(order(row), new Span(Money.yuan(row.totalFen())))
        .facts(row.title(), Texts.of(row.payStatus()))
        .facts(kind(row), Times.minute(row.createdAt()))
        .actions(actions(row));
  }

  private static Component order(Row row) {
    return new RouterLink(row.orderNo(), OrderView.class, OrderView.of(row.orderNo()));
  }

  private String kind(Row row) {
    return Texts.of(
        "payments.kindOf",
        Texts.of(policies.active(row.hall()).settings().shortName()),
        Texts.of(row.service()));
  }

  private static Component actions(Row row) {
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
  protected int count() {
    return query.count(actor, status.getValue());
  }

  @Override
  protected List<Row> rows(int offset, int limit) {
    return query.page(actor, status.getValue(), offset, limit);
  }
}
