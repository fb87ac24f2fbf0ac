package io.certhall.backoffice.medium.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.certhall.backoffice.medium.MediumSheet;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Downloads;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.medium.MediumImport;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A lot is uploaded, looked at, and then taken over whole. */
final class LotDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int MOST_ERRORS = 100;
  private static final Pattern CELL = Pattern.compile("rows\\[(\\d+)]\\.(\\w+)");

  private final transient Actor actor;
  private final transient MediumImport imports;
  private final transient Runnable imported;
  private final ErrorSummary errors = new ErrorSummary();
  private final Div found = new Div();
  private final ActionButton take =
      ActionButton.primary(Texts.of("medium.takeLot"), this::takeOver);
  private transient List<MediumImport.Row> rows = List.of();
  private String fileName = "";

  LotDialog(Actor actor, MediumImport imports, Runnable imported) {
    this.actor = actor;
    this.imports = imports;
    this.imported = imported;
    setHeaderTitle(Texts.of("medium.import"));
    setWidth("44rem");
    Upload upload = new Upload(this::receive);
    upload.setUploadButton(new Button(Texts.of("medium.chooseFile")));
    upload.setDropLabel(new Span(Texts.of("medium.drop")));
    upload.setDropLabelIcon(new Span());
    upload.setMaxFiles(1);
    upload.getElement().setProperty("accept", ".xlsx");
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    Span help = new Span(Texts.of("medium.importHelp"));
    help.addClassNames("muted", "small");
    Div bar =
        new Div(
            Downloads.save(
                Texts.of("medium.template"),
                () ->
                    new Downloads.File(
                        Texts.of("medium.templateName"), XLSX, MediumSheet.template())),
            upload);
    bar.addClassName("work-filter");
    take.setEnabled(false);
    add(help, bar, found, errors);
    getFooter().add(new Button(Texts.of("shell.cancel"), click -> close()), take);
  }

  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    try (InputStream content = event.getInputStream()) {
      List<MediumImport.Row> read = MediumSheet.read(content);
      ui.access(() -> look(event.getFileName(), read));
    } catch (Refusal refused) {
      event.reject(refused.code());
      ui.access(() -> refuse(refused.problems()));
    }
  }

  /** Shows what the sheet would bring; nothing is stored yet. */
  void look(String name, List<MediumImport.Row> read) {
    rows = read;
    fileName = name;
    found.removeAll();
    errors.clear();
    take.setEnabled(false);
    try {
      MediumImport.Preview preview = imports.preview(actor, read);
      if (!preview.problems().isEmpty()) {
        refuse(preview.problems());
        return;
      }
      found.add(
          new Notice(
              Tone.DONE,
              Texts.of("medium.preview", preview.size()),
              preview.counts().entrySet().stream()
                  .flatMap(
                      hall ->
                          hall.getValue().entrySet().stream()
                              .map(
                                  model ->
                                      Texts.of(
                                          "medium.previewLine",
                                          hall.getKey(),
                                          model.getKey(),
                                          model.getValue())))
                  .collect(Collectors.joining(Texts.of("staff.list.comma")))));
      take.setEnabled(true);
    } catch (Refusal refused) {
      refuse(refused.problems());
    }
  }

  private void refuse(List<Problem> problems) {
    take.setEnabled(false);
    found.removeAll();
    errors.show(
        Texts.of("medium.previewErrors", problems.size()),
        problems.stream()
            .limit(MOST_ERRORS)
            .map(problem -> new ErrorSummary.Line(words(problem), null))
            .toList());
  }

  /** Names row and column of the sheet. */
  private static String words(Problem problem) {
    Matcher cell = CELL.matcher(problem.path());
    return cell.matches()
        ? Texts.of(
            "medium.cell",
            cell.group(1),
            MediumSheet.Column.valueOf(cell.group(2).toUpperCase(Locale.ROOT)).header(),
            Texts.of(problem))
        : Texts.of(problem);
  }

  private void takeOver() {
    try {
      int taken = imports.take(actor, fileName, rows);
      close();
      Refusals.showSuccess(Texts.of("medium.imported", taken));
      imported.run();
    } catch (Refusal refused) {
      refuse(refused.problems());
    }
  }
}
