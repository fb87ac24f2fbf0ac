package io.certhall.backoffice.finance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.UploadEvent;
import io.certhall.backoffice.finance.StatementFile;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.StaffOrderView;
import io.certhall.processes.payment.BankStatements;
import io.certhall.processes.payment.OpenStatementLine;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bank statements: what matches is confirmed, what doesn't is listed. */
@Route(value = "work/statements", layout = MainLayout.class)
@RolesAllowed("FINANCE")
@StyleSheet("staff.css")
public class StatementsView extends Page {

  private static final long serialVersionUID = 1L;
  private static final Pattern ROW = Pattern.compile("rows\\[(\\d+)].*");

  private final transient Actor actor;
  private final transient BankStatements statements;
  private final ErrorSummary errors = new ErrorSummary();
  private final Div lines = new Div();

  StatementsView(CurrentActor currentActor, BankStatements statements) {
    super(Texts.of("statement.bank"));
    this.actor = currentActor.get();
    this.statements = statements;
    setLead(Texts.of("statement.bank.lead"));
    Upload upload = new Upload(this::receive);
    upload.setUploadButton(new Button(Texts.of("statement.bank.import")));
    upload.setDropLabel(new Span(Texts.of("statement.bank.drop")));
    upload.setDropLabelIcon(new Span());
    upload.setMaxFiles(1);
    upload.getElement().setProperty("accept", ".xlsx,.xls,.csv");
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    Div bar = new Div(upload, new ActionButton(Texts.of("statement.bank.again"), this::matchAgain));
    bar.addClassName("work-filter");
    lines.addClassName("stack");
    add(bar, errors, lines);
    refresh();
  }

  private void matchAgain() {
    BankStatements.Result result = statements.matchAgain(actor);
    Refusals.showSuccess(Texts.of("statement.bank.matched", result.applied(), result.open()));
    refresh();
  }

  private void receive(UploadEvent event) throws IOException {
    UI ui = event.getUI();
    try (InputStream content = event.getInputStream()) {
      BankStatements.Result result =
          statements.take(actor, event.getFileName(), StatementFile.read(content));
      ui.access(
          () -> {
            errors.clear();
            Refusals.showSuccess(
                Texts.of(
                    "statement.bank.imported", result.applied(), result.open(), result.known()));
            refresh();
          });
    } catch (Refusal refused) {
      event.reject(refused.code());
      ui.access(
          () ->
              errors.show(
                  refused.problems().stream()
                      .map(problem -> new ErrorSummary.Line(words(problem), null))
                      .toList()));
    }
  }

  /** Names the row of the file. */
  private static String words(Problem problem) {
    Matcher row = ROW.matcher(problem.path());
    return row.matches()
        ? Texts.of("statement.bank.row", row.group(1), Texts.of(problem))
        : Texts.of(problem);
  }

  private void refresh() {
    lines.removeAll();
    List<OpenStatementLine> open = statements.open(actor);
    if (open.isEmpty()) {
      lines.add(
          new EmptyState(
              VaadinIcon.CHECK_CIRCLE_O,
              Texts.of("statement.bank.none"),
              Texts.of("statement.bank.noneText")));
      return;
    }
    Card card = new Card(Texts.of("statement.bank.open", open.size()));
    open.forEach(line -> card.add(row(line)));
    lines.add(card);
  }

  private Component row(OpenStatementLine line) {
    Span amount = new Span(Money.yuan(line.amountFen()) + " · " + line.payer());
    amount.addClassName("work-subject");
    String day = line.bookedOn() == null ? "" : line.bookedOn() + " · ";
    Span facts = new Span(day + line.reference() + " · " + line.remark());
    facts.addClassNames("muted", "small");
    Div words = new Div(amount, facts, new StatusBadge(Texts.of(line.finding()), Tone.WRONG));
    if (line.orderNo() != null) {
      words.add(new RouterLink(line.orderNo(), StaffOrderView.class, line.orderNo()));
    }
    words.addClassName("work-compact");
    ActionButton done =
        new ActionButton(
            Texts.of("statement.bank.done"),
            () ->
                new StatementNoteDialog(
                        note -> {
                          statements.done(actor, line.id(), note);
                          refresh();
                        })
                    .open());
    done.addThemeVariants(ButtonVariant.LUMO_SMALL);
    Div row = new Div(words, done);
    row.addClassName("produced-row");
    return row;
  }
}
