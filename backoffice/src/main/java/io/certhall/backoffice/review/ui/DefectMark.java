package io.certhall.backoffice.review.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.review.ReviewDecision.Reason;
import java.util.ArrayList;
import java.util.List;

/** One tick, and what is wrong: ready-made reasons and own words. */
final class DefectMark extends Div {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 500;

  private final transient Subject subject;
  private final Checkbox tick = new Checkbox(Texts.of("staff.review.wrong"));
  private final CheckboxGroup<String> ready = new CheckboxGroup<>();
  private final TextField own = new TextField();
  private final Div reasons = new Div(ready, own);

  DefectMark(Subject subject, Runnable changed) {
    this.subject = subject;
    addClassName("defect-mark");
    tick.setAriaLabel(Texts.of("staff.review.wrongOf", subject.label()));
    ready.setItems(subject.ready());
    ready.setItemLabelGenerator(code -> Texts.of("staff.reason." + code));
    ready.setAriaLabel(Texts.of("staff.review.reasonsOf", subject.label()));
    own.setPlaceholder(Texts.of("staff.review.ownWords"));
    own.setAriaLabel(Texts.of("staff.review.ownWordsOf", subject.label()));
    own.setMaxLength(LONGEST);
    own.setValueChangeMode(ValueChangeMode.LAZY);
    reasons.addClassName("defect-reasons");
    reasons.setVisible(false);
    tick.addValueChangeListener(
        change -> {
          reasons.setVisible(change.getValue());
          own.setInvalid(false);
          changed.run();
        });
    ready.addValueChangeListener(change -> changed.run());
    own.addValueChangeListener(change -> changed.run());
    add(tick, reasons);
  }

  Subject subject() {
    return subject;
  }

  boolean isTicked() {
    return tick.getValue();
  }

  void clear() {
    tick.setValue(false);
    ready.clear();
    own.clear();
  }

  /** A tick without any reason helps nobody: marks the place and says so. */
  boolean isUnexplained() {
    boolean unexplained = isTicked() && ready.getValue().isEmpty() && own.getValue().isBlank();
    own.setErrorMessage(Texts.of("staff.review.explain"));
    own.setInvalid(unexplained);
    return unexplained;
  }

  void bringIntoView() {
    io.certhall.backoffice.shell.ErrorSummary.bringIntoView(own);
  }

  /** Empty while it is not ticked. */
  List<Reason> reasons() {
    if (!isTicked()) {
      return List.of();
    }
    List<Reason> told = new ArrayList<>();
    subject.ready().stream()
        .filter(ready.getValue()::contains)
        .forEach(code -> told.add(new Reason(subject.path(), code, subject.told(code))));
    if (!own.getValue().isBlank()) {
      told.add(
          new Reason(subject.path(), "OTHER", subject.labelZh() + "：" + own.getValue().strip()));
    }
    return told;
  }
}
