package io.certhall.backoffice.delivery.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.certhall.backoffice.delivery.ParcelSheet;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.delivery.TrackingImport;
import io.certhall.processes.order.Orders;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import io.certhall.processes.task.query.TaskRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of parcels goes out as a sheet and comes back with tracking numbers. */
final class SheetExchange extends Div {

  private static final long serialVersionUID = 1L;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int PAGE = 200;
  private static final int MOST = 2000;
  private static final Pattern LINE = Pattern.compile("rows\\[(\\d+)].*");

  private final transient Actor actor;
  private final transient TaskQuery tasks;
  private final transient Orders orders;
  private final transient TrackingImport imports;
  private final transient Runnable imported;
  private final ErrorSummary errors = new ErrorSummary();

  SheetExchange(
      Actor actor, TaskQuery tasks, Orders orders, TrackingImport imports, Runnable imported) {
    this.actor = actor;
    this.tasks = tasks;
    this.orders = orders;
    this.imports = imports;
    this.imported = imported;
    Upload upload = new Upload(this::receive);
    upload.setUploadButton(new Button(Texts.of("delivery.import")));
    upload.setDropLabel(new Span(Texts.of("delivery.drop")));
    upload.setDropLabelIcon(new Span());
    upload.setMaxFiles(1);
    upload.getElement().setProperty("accept", ".xlsx");
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    Div bar = new Div(Downloads.save(Texts.of("delivery.export"), this::sheet), upload);
    bar.addClassName("work-filter");
    add(bar, errors);
  }

  private Downloads.File sheet() {
    List<ParcelSheet.Line> lines = new java.util.ArrayList<>();
    long after = 0;
    while (lines.size() < MOST) {
      List<TaskRow> page = tasks.page(actor, TaskQuery.Filter.of(TaskQueue.DISPATCH), after, PAGE);
      if (page.isEmpty()) {
        break;
      }
      page.forEach(task -> lines.add(line(task)));
      after = page.getLast().id();
    }
    return new Downloads.File(
        Texts.of("delivery.exportName"),
        XLSX,
        ParcelSheet.write(lines, Texts.of("staff.delivery.carriers").split(",")[0]));
  }

  private ParcelSheet.Line line(TaskRow task) {
    String orderNo = Objects.requireNonNull(task.orderNo());
    return new ParcelSheet.Line(
        orderNo,
        task.subject(),
        orders.contact(orderNo).delivery(),
        Parcel.keys(orders.items(orderNo)));
  }

  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    try (InputStream content = event.getInputStream()) {
      TrackingImport.Result result = imports.take(actor, ParcelSheet.read(content));
      ui.access(
          () -> {
            errors.clear();
            Refusals.showSuccess(
                Texts.of("delivery.imported", result.shipped(), result.unchanged()));
            imported.run();
          });
    } catch (Refusal refused) {
      event.reject(refused.code());
      ui.access(() -> show(refused));
    }
  }

  void show(Refusal refused) {
    errors.show(
        refused.problems().stream()
            .map(problem -> new ErrorSummary.Line(words(problem), null))
            .toList());
  }

  /** Names the row of the sheet. */
  private static String words(Problem problem) {
    Matcher line = LINE.matcher(problem.path());
    return line.matches()
        ? Texts.of("delivery.row", line.group(1), Texts.of(problem))
        : Texts.of(problem);
  }
}
