package io.certhall.backoffice.invoice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.UploadEvent;
import io.certhall.backoffice.invoice.TaxWorkbook;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.task.ui.StaffOrderView;
import io.certhall.backoffice.task.ui.TaskMarks;
import io.certhall.processes.invoice.InvoiceDesk;
import io.certhall.processes.invoice.InvoiceRequest;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Wanted invoices, the one due first on top: issue, reject, send, take back. */
@Route(value = "work/invoice-requests", layout = MainLayout.class)
@RolesAllowed({"FINANCE", "AUDITOR"})
@StyleSheet("staff.css")
public class InvoiceDeskView extends Page {

  private static final long serialVersionUID = 1L;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int MOST = 200;
  private static final int LARGEST_TEMPLATE = 5 * 1024 * 1024;

  private final transient InvoiceDesk desk;
  private final transient PublishedPolicies policies;
  private final transient Clock clock;
  private final transient Actor actor;
  private final Select<InvoiceRequest.State> state = new Select<>();
  private final ErrorSummary errors = new ErrorSummary();
  private final Div rows = new Div();
  private byte @Nullable [] template;

  InvoiceDeskView(InvoiceDesk desk, PublishedPolicies policies, Clock clock, CurrentActor actor) {
    super(Texts.of("invoice.desk"));
    this.desk = desk;
    this.policies = policies;
    this.clock = clock;
    this.actor = actor.get();
    setLead(Texts.of("invoice.deskLead"));
    state.setLabel(Texts.of("invoice.state"));
    state.setItems(InvoiceRequest.State.values());
    state.setItemLabelGenerator(each -> Texts.of("invoice.state." + each));
    state.setValue(InvoiceRequest.State.PENDING);
    state.addValueChangeListener(change -> refresh());
    Upload upload = new Upload(this::receive);
    upload.setUploadButton(new Button(Texts.of("invoice.template")));
    upload.setDropAllowed(false);
    upload.setMaxFiles(1);
    upload.getElement().setProperty("accept", ".xlsx");
    Div bar = new Div(state, Downloads.save(Texts.of("invoice.export"), this::workbook), upload);
    bar.addClassName("work-filter");
    rows.addClassName("desk-rows");
    add(bar, errors, rows);
    refresh();
  }

  private Downloads.File workbook() {
    return new Downloads.File(
        Texts.of("invoice.exportName"),
        XLSX,
        TaxWorkbook.write(
            desk.list(actor, InvoiceRequest.State.PENDING, 500),
            hall -> policies.active(hall).settings(),
            template));
  }

  /** Tried at once, so that a template of another edition is named before the download. */
  private void receive(UploadEvent event) throws IOException {
    var ui = event.getUI();
    try (InputStream in = event.getInputStream()) {
      byte[] bytes = in.readNBytes(LARGEST_TEMPLATE + 1);
      TaxWorkbook.write(List.of(), hall -> policies.active(hall).settings(), bytes);
      template = bytes;
      ui.access(() -> Refusals.showSuccess(Texts.of("invoice.templateTaken")));
    } catch (Refusal refused) {
      event.reject(refused.code());
      ui.access(() -> Refusals.show(refused));
    }
  }

  private void refresh() {
    rows.removeAll();
    List<InvoiceRequest> found = desk.list(actor, state.getValue(), MOST);
    if (found.isEmpty()) {
      rows.add(
          new EmptyState(
              VaadinIcon.CHECK_CIRCLE_O, Texts.of("invoice.none"), Texts.of("invoice.noneText")));
    }
    found.forEach(request -> rows.add(row(request)));
  }

  private Div row(InvoiceRequest request) {
    Span title = new Span(request.title());
    title.addClassName("work-subject");
    Span facts =
        new Span(
            Texts.of(request.kind())
                + " · "
                + Money.yuan(request.amountFen())
                + " · "
                + Texts.of("invoice.sending." + request.sending())
                + (request.taxNo() == null ? "" : " · " + request.taxNo()));
    Div marks =
        new Div(
            new RouterLink(request.orderNo(), StaffOrderView.class, request.orderNo()),
            new StatusBadge(
                Texts.of("invoice.state." + request.state()),
                request.state() == InvoiceRequest.State.PENDING ? Tone.YOURS : Tone.NEUTRAL));
    marks.addClassName("work-marks");
    if (request.state() == InvoiceRequest.State.PENDING) {
      TaskMarks.due(request.dueAt(), clock.instant()).ifPresent(marks::add);
    }
    Span note = new Span(note(request));
    note.addClassNames("muted", "small");
    Div words = new Div(title, facts, marks, note);
    words.addClassName("desk-facts");
    Div row = new Div(words, actions(request));
    row.addClassName("desk-row");
    return row;
  }

  private static String note(InvoiceRequest request) {
    String asked = Texts.of("invoice.asked", Times.minute(request.requestedAt()));
    String number = request.invoiceNo() == null ? "" : " · " + request.invoiceNo();
    String sent = request.trackingNo() == null ? "" : " · " + request.trackingNo();
    String reason = request.reason() == null ? "" : " · " + request.reason();
    return asked + number + sent + reason;
  }

  private Div actions(InvoiceRequest request) {
    Div actions = new Div();
    actions.addClassName("work-actions");
    if (!actor.has(Role.FINANCE)) {
      return actions;
    }
    switch (request.state()) {
      case PENDING ->
          actions.add(
              ActionButton.primary(
                  Texts.of("invoice.issue"),
                  () -> {
                    desk.issue(actor, request.orderNo());
                    done("invoice.issued");
                  }),
              reasoned("invoice.reject", why -> desk.reject(actor, request.orderNo(), why)));
      case ISSUED -> {
        if (request.sending() == InvoiceRequest.Sending.PAPER) {
          actions.add(send(request));
        }
        actions.add(
            reasoned("invoice.reverse", why -> desk.reverse(actor, request.orderNo(), why)));
      }
      case SENT ->
          actions.add(
              reasoned("invoice.reverse", why -> desk.reverse(actor, request.orderNo(), why)));
      case REJECTED, REVERSED -> {}
    }
    return actions;
  }

  private void done(String key) {
    Refusals.showSuccess(Texts.of(key));
    refresh();
  }

  private Button reasoned(String key, Consumer<String> action) {
    TextField reason = new TextField(Texts.of("invoice.reason"));
    return asking(
        key,
        errors -> errors.bind("reason", reason),
        List.of(reason),
        () -> action.accept(reason.getValue()));
  }

  private Button send(InvoiceRequest request) {
    TextField carrier = new TextField(Texts.of("staff.delivery.carrier"));
    TextField tracking = new TextField(Texts.of("staff.delivery.tracking"));
    return asking(
        "invoice.send",
        errors -> {
          errors.bind("carrier", carrier);
          errors.bind("trackingNo", tracking);
        },
        List.of(carrier, tracking),
        () -> desk.sent(actor, request.orderNo(), carrier.getValue(), tracking.getValue()));
  }

  /** A button that asks for a few words before it acts. */
  private Button asking(
      String key, Consumer<FieldErrors> binding, List<TextField> fields, Runnable action) {
    ErrorSummary summary = new ErrorSummary();
    FieldErrors fieldErrors = new FieldErrors(summary);
    binding.accept(fieldErrors);
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle(Texts.of(key));
    dialog.setWidth("min(28rem, 100%)");
    Div form = new Div(summary);
    fields.forEach(form::add);
    form.addClassName("form");
    dialog.add(form);
    dialog
        .getFooter()
        .add(
            new Button(Texts.of("shell.cancel"), click -> dialog.close()),
            ActionButton.primary(
                Texts.of(key),
                () -> {
                  try {
                    action.run();
                    dialog.close();
                    done("invoice.done");
                  } catch (Refusal refused) {
                    fieldErrors.show(refused);
                  }
                }));
    return new Button(Texts.of(key), click -> dialog.open());
  }
}
