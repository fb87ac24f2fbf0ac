package io.certhall.backoffice.review.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.review.ReviewDecision.Reason;
import java.util.List;
import java.util.function.Consumer;

/**
 * Approve, or reject with all that was ticked; shows before sending what the applicant will read.
 */
final class DecisionBar extends Div {

  private static final long serialVersionUID = 1L;

  private final transient DefectSheet defects;
  private final transient ErrorSummary summary;
  private final transient Runnable approve;
  private final transient Consumer<List<Reason>> reject;
  private final Span counted = new Span();
  private final ActionButton approveButton;
  private final ActionButton rejectButton;

  DecisionBar(
      DefectSheet defects, ErrorSummary summary, Runnable approve, Consumer<List<Reason>> reject) {
    this.defects = defects;
    this.summary = summary;
    this.approve = approve;
    this.reject = reject;
    addClassName("decision-bar");
    approveButton = ActionButton.primary(Texts.of("staff.review.approve"), this::approve);
    rejectButton = new ActionButton(Texts.of("staff.review.reject"), this::reject);
    rejectButton.addThemeVariants(ButtonVariant.LUMO_ERROR);
    counted.addClassName("muted");
    counted.getElement().setAttribute("role", "status");
    defects.follow(this::count);
    add(counted, rejectButton, approveButton);
    count();
  }

  /** Nothing can be decided here; the page says why. */
  void close() {
    approveButton.keepDisabled(true);
    rejectButton.keepDisabled(true);
  }

  private void count() {
    int ticked = defects.ticked().size();
    counted.setText(
        ticked == 0
            ? Texts.of("staff.review.noneTicked")
            : Texts.of("staff.review.ticked", ticked));
  }

  private void approve() {
    if (!defects.ticked().isEmpty()) {
      summary.show(
          defects.ticked().stream()
              .map(
                  mark ->
                      new ErrorSummary.Line(
                          Texts.of("staff.review.tickedThough", mark.subject().label()),
                          mark::bringIntoView))
              .toList());
      return;
    }
    summary.clear();
    approve.run();
  }

  private void reject() {
    if (defects.ticked().isEmpty()) {
      summary.show(List.of(new ErrorSummary.Line(Texts.of("staff.review.tickFirst"), null)));
      return;
    }
    var unexplained = defects.firstUnexplained();
    if (unexplained.isPresent()) {
      DefectMark mark = unexplained.get();
      summary.show(
          List.of(
              new ErrorSummary.Line(
                  Texts.of("staff.review.explainOf", mark.subject().label()),
                  mark::bringIntoView)));
      return;
    }
    summary.clear();
    confirm(defects.reasons());
  }

  private void confirm(List<Reason> reasons) {
    UnorderedList list = new UnorderedList();
    reasons.forEach(reason -> list.add(new ListItem(reason.text())));
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(Texts.of("staff.review.rejectTitle", reasons.size()));
    dialog.add(new Paragraph(Texts.of("staff.review.rejectText")), list);
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.of("shell.cancel"));
    dialog.setConfirmText(Texts.of("staff.review.reject"));
    dialog.setConfirmButtonTheme("primary error");
    dialog.addConfirmListener(
        confirmed -> {
          try {
            reject.accept(reasons);
          } catch (Refusal refused) {
            Refusals.show(refused);
          }
        });
    dialog.open();
  }
}
