package io.certhall.backoffice.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.DateWords;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.KeysetDataProvider;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.NarrowScreen;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.task.ui.StaffOrderView;
import io.certhall.processes.invoice.Invoice;
import io.certhall.processes.invoice.InvoiceFile;
import io.certhall.processes.invoice.InvoiceQuery;
import io.certhall.processes.invoice.InvoiceState;
import io.certhall.processes.invoice.Invoices;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;

/** The finance desk's invoices: find, add up, download. */
@Route(value = "work/invoices", layout = MainLayout.class)
@RolesAllowed({"FINANCE", "AUDITOR"})
@StyleSheet("staff.css")
public class InvoicesView extends Page {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;
  private final transient InvoiceQuery query;
  private final transient Invoices invoices;
  private final transient KeysetDataProvider<Invoice, String> rows;
  private transient InvoiceQuery.Filter shown = InvoiceQuery.Filter.ALL;
  private final TextField text = new TextField();
  private final DatePicker from = new DatePicker();
  private final DatePicker to = new DatePicker();
  private final Span totals = new Span();
  private final Grid<Invoice> grid = new Grid<>();
  private final EmptyState empty =
      new EmptyState(
          VaadinIcon.INVOICE, Texts.of("staff.invoices.none"), Texts.of("staff.invoices.noneText"));

  InvoicesView(CurrentActor actor, InvoiceQuery query, Invoices invoices) {
    super(Texts.of("staff.invoices.title"));
    this.actor = actor.get();
    this.query = query;
    this.invoices = invoices;
    this.rows =
        new KeysetDataProvider<>(
            (after, limit) -> query.page(this.actor, shown, after, limit),
            () -> query.totals(this.actor, shown).count(),
            Invoice::invoiceNo);
    text.setPlaceholder(Texts.of("staff.invoices.find"));
    text.setAriaLabel(Texts.of("staff.invoices.find"));
    text.setPrefixComponent(VaadinIcon.SEARCH.create());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> refresh());
    add(filter(), grid, empty);
    addColumns();
    refresh();
  }

  private Div filter() {
    day(from, "staff.invoices.from");
    day(to, "staff.invoices.to");
    totals.addClassNames("muted", "small", "filter-count", "num");
    Div filter = new Div(text, from, to, totals);
    filter.addClassName("work-filter");
    return filter;
  }

  private void day(DatePicker picker, String key) {
    picker.setPlaceholder(Texts.of(key));
    picker.setAriaLabel(Texts.of(key));
    picker.setClearButtonVisible(true);
    picker.setI18n(DateWords.words());
    picker.addValueChangeListener(change -> refresh());
  }

  private void refresh() {
    InvoiceQuery.Filter filter =
        new InvoiceQuery.Filter(
            null,
            text.getValue().isBlank() ? null : text.getValue(),
            from.getValue(),
            to.getValue());
    shown = filter;
    rows.refreshAll();
    InvoiceQuery.Totals sums = query.totals(actor, filter);
    totals.setText(
        Texts.of(
            "staff.invoices.totals",
            sums.count(),
            Money.yuan(sums.amountFen()),
            Money.yuan(sums.taxFen())));
    grid.setVisible(sums.count() > 0);
    empty.setVisible(sums.count() == 0);
  }

  private void addColumns() {
    grid.addClassName("work-grid");
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    Grid.Column<Invoice> compact =
        grid.addComponentColumn(this::compact).setHeader(Texts.of("staff.invoices.title"));
    narrow(grid.addColumn(Invoice::invoiceNo), "staff.invoices.number");
    grid.addColumn(Invoice::title).setHeader(Texts.of("staff.invoice.title")).setFlexGrow(3);
    narrow(grid.addColumn(row -> Texts.of(row.kind())), "staff.invoice.kind");
    narrow(grid.addColumn(row -> Money.yuan(row.amountFen())), "staff.price.amount")
        .setTextAlign(ColumnTextAlign.END);
    narrow(grid.addColumn(row -> Money.yuan(row.taxFen())), "staff.invoices.tax")
        .setTextAlign(ColumnTextAlign.END);
    narrow(grid.addColumn(row -> Times.day(row.issuedAt())), "staff.invoices.day");
    narrow(grid.addComponentColumn(InvoicesView::order), "staff.work.order");
    narrow(grid.addComponentColumn(this::file), "staff.invoices.file");
    NarrowScreen.swap(grid, compact);
    grid.setDataProvider(rows);
  }

  private static Grid.Column<Invoice> narrow(Grid.Column<Invoice> column, String headerKey) {
    return column.setHeader(Texts.of(headerKey)).setAutoWidth(true).setFlexGrow(0);
  }

  private static RouterLink order(Invoice row) {
    return new RouterLink(row.orderNo(), StaffOrderView.class, row.orderNo());
  }

  private Component file(Invoice row) {
    Div cell = new Div(download(row));
    if (row.state() == InvoiceState.REVERSED) {
      cell.add(new StatusBadge(Texts.of("staff.invoices.reversed"), Tone.WRONG));
    } else if (row.state() == InvoiceState.RED) {
      cell.add(new StatusBadge(Texts.of("invoice.red"), Tone.WRONG));
    }
    cell.addClassName("work-marks");
    return cell;
  }

  private Anchor download(Invoice row) {
    Anchor link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event -> {
                  InvoiceFile file = invoices.pdf(actor, row);
                  return new DownloadResponse(
                      new ByteArrayInputStream(file.content()),
                      file.fileName(),
                      "application/pdf",
                      file.content().length);
                }),
            AttachmentType.DOWNLOAD,
            "PDF");
    link.setAriaLabel(Texts.of("staff.invoices.download", row.invoiceNo()));
    return link;
  }

  private Component compact(Invoice row) {
    Span title = new Span(row.title());
    title.addClassName("work-subject");
    Span facts =
        new Span(
            row.invoiceNo()
                + " · "
                + Money.yuan(row.amountFen())
                + " · "
                + Times.day(row.issuedAt()));
    facts.addClassNames("muted", "small");
    Div marks = new Div(order(row), file(row));
    marks.addClassName("work-marks");
    Div cell = new Div(title, facts, marks);
    cell.addClassName("work-compact");
    return cell;
  }
}
