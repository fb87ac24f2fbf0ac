package io.certhall.backoffice.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Labels with values, each with room for a tick. */
final class FactTable extends Div {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable DefectSheet defects;

  /**
   * @param defects takes the ticks; null where nothing is to be judged
   */
  FactTable(@Nullable DefectSheet defects) {
    this.defects = defects;
    addClassName("fact-table");
  }

  FactTable row(Subject subject, @Nullable String value) {
    return row(subject, new Span(value == null || value.isBlank() ? "—" : value));
  }

  FactTable row(Subject subject, Component value) {
    return row(subject, subject.label(), value);
  }

  /** With a label shorter than the subject's. */
  FactTable row(Subject subject, String label, Component value) {
    Div row = bare(label, value);
    if (defects != null) {
      row.add(defects.mark(subject));
    }
    return this;
  }

  /** A fact that can't be wrong, such as a time. */
  FactTable plain(String label, @Nullable String value) {
    bare(label, new Span(value == null || value.isBlank() ? "—" : value));
    return this;
  }

  private Div bare(String label, Component value) {
    Span name = new Span(label);
    name.addClassName("fact-label");
    Div holder = new Div(value);
    holder.addClassName("fact-value");
    Div row = new Div(name, holder);
    row.addClassName("fact-row");
    add(row);
    return row;
  }
}
