package io.certhall.backoffice.finance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.ColumnTextAlign;
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
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.FilterChoice;
import io.certhall.backoffice.shell.KeysetDataProvider;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.NarrowScreen;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.task.ui.StaffOrderView;
import io.certhall.processes.payment.Refund;
import io.certhall.processes.payment.RefundDesk;
import io.certhall.processes.payment.RefundState;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** All refunds: how far each is, and what finance has to do about it. */
@Route(value = "work/refunds", layout = MainLayout.class)
@RolesAllowed({"FINANCE", "AUDITOR"})
@StyleSheet("staff.css")
public class RefundsView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient RefundDesk desk;
  private final transient KeysetDataProvider<Refund, String> rows;
  private transient RefundDesk.Filter shown = RefundDesk.Filter.ALL;
  private final TextField number = new TextField();
  private final FilterChoice<RefundState> state =
      new FilterChoice<>(
          Texts.of("finance.state"),
          Texts.of("finance.allStates"),
          List.of(RefundState.values()),
          Texts::of);
  private final Span count = new Span();
  private final Grid<Refund> grid = new Grid<>();
  private final EmptyState empty =
      new EmptyState(
          VaadinIcon.MONEY_WITHDRAW,
          Texts.of("finance.noRefunds"),
          Texts.of("finance.noRefundsText"));

  RefundsView(CurrentActor currentActor, RefundDesk desk) {
    super(Texts.of("finance.refunds"));
    this.actor = currentActor.get();
    this.desk = desk;
    this.rows =
        new KeysetDataProvider<>(
            (after, limit) -> desk.page(actor, shown, after, limit),
            () -> desk.count(actor, shown),
            Refund::refundNo);
    setLead(Texts.of("finance.refundsLead"));
    add(filter(), grid, empty);
    addColumns();
    refresh();
  }

  private Div filter() {
    number.setPlaceholder(Texts.of("finance.findRefund"));
    number.setAriaLabel(Texts.of("finance.findRefund"));
    number.setPrefixComponent(VaadinIcon.SEARCH.create());
    number.setClearButtonVisible(true);
    number.setValueChangeMode(ValueChangeMode.LAZY);
    number.addValueChangeListener(change -> refresh());
    state.addValueChangeListener(change -> refresh());
    count.addClassNames("muted", "small", "filter-count");
    Div filter = new Div(number, state, count);
    filter.addClassName("work-filter");
    return filter;
  }

  private void refresh() {
    RefundDesk.Filter filter =
        new RefundDesk.Filter(
            state.getValue(), null, number.getValue().isBlank() ? null : number.getValue());
    shown = filter;
    rows.refreshAll();
    int found = desk.count(actor, filter);
    count.setText(Texts.of("shell.count", found));
    grid.setVisible(found > 0);
    empty.setVisible(found == 0);
  }

  private void addColumns() {
    grid.addClassName("work-grid");
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    Grid.Column<Refund> compact =
        grid.addComponentColumn(this::compact).setHeader(Texts.of("finance.refunds"));
    narrow(grid.addComponentColumn(RefundsView::order), "staff.work.order");
    narrow(grid.addColumn(row -> Money.yuan(row.amountFen())), "finance.amount")
        .setTextAlign(ColumnTextAlign.END);
    narrow(grid.addColumn(row -> Texts.of(row.method())), "finance.method");
    grid.addComponentColumn(RefundsView::why).setHeader(Texts.of("finance.why")).setFlexGrow(3);
    narrow(grid.addColumn(row -> Times.minute(row.requestedAt())), "finance.askedAt");
    narrow(grid.addComponentColumn(RefundsView::badge), "finance.state");
    narrow(grid.addComponentColumn(this::actions), "staff.work.actions");
    NarrowScreen.swap(grid, compact);
    grid.setDataProvider(rows);
  }

  private static Grid.Column<Refund> narrow(Grid.Column<Refund> column, String headerKey) {
    return column.setHeader(Texts.of(headerKey)).setAutoWidth(true).setFlexGrow(0);
  }

  private static RouterLink order(Refund row) {
    return new RouterLink(row.orderNo(), StaffOrderView.class, row.orderNo());
  }

  private static Component why(Refund row) {
    Div cell = new Div(new Span(row.reason()));
    String more =
        row.bankReference() != null
            ? Texts.of("finance.referenceIs", row.bankReference())
            : row.lastError() != null && row.state().isOpen()
                ? Texts.of("finance.lastError", row.attempts(), row.lastError())
                : "";
    if (!more.isEmpty()) {
      Span small = new Span(more);
      small.addClassNames("muted", "small");
      cell.add(small);
    }
    cell.addClassName("work-compact");
    return cell;
  }

  private static StatusBadge badge(Refund row) {
    Tone tone =
        switch (row.state()) {
          case MANUAL -> Tone.YOURS;
          case FAILED -> Tone.WRONG;
          case REFUNDED -> Tone.DONE;
          case REQUESTED, PROCESSING, REPLACED -> Tone.NEUTRAL;
        };
    return new StatusBadge(Texts.of(row.state()), tone);
  }

  private Component compact(Refund row) {
    Span amount = new Span(Money.yuan(row.amountFen()) + " · " + Texts.of(row.method()));
    amount.addClassName("work-subject");
    Span at = new Span(Times.minute(row.requestedAt()));
    at.addClassNames("muted", "small");
    Div marks = new Div(order(row), badge(row));
    marks.addClassName("work-marks");
    Div cell = new Div(amount, marks, why(row), at, actions(row));
    cell.addClassName("work-compact");
    return cell;
  }

  private Component actions(Refund row) {
    Div actions = new Div();
    actions.addClassName("work-actions");
    if (!actor.has(Role.FINANCE)) {
      return actions;
    }
    switch (row.state()) {
      case MANUAL ->
          actions.add(
              small(
                  ActionButton.primary(
                      Texts.of("finance.transferred"),
                      () -> new TransferredDialog(desk, actor, row, this::refresh).open())));
      case FAILED -> {
        actions.add(small(new ActionButton(Texts.of("finance.askAnew"), () -> retry(row))));
        actions.add(
            small(
                ActionButton.tertiary(
                    Texts.of("finance.byTransfer"),
                    () -> {
                      desk.byTransfer(actor, row.refundNo());
                      Refusals.showSuccess(Texts.of("finance.byTransferDone"));
                      refresh();
                    })));
      }
      case REQUESTED, PROCESSING ->
          actions.add(small(ActionButton.tertiary(Texts.of("finance.sendNow"), () -> retry(row))));
      case REFUNDED, REPLACED -> {}
    }
    return actions;
  }

  private void retry(Refund row) {
    desk.retry(actor, row.refundNo());
    Refusals.showSuccess(Texts.of("finance.sent"));
    refresh();
  }

  private static ActionButton small(ActionButton button) {
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }
}
