package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Labels with their values, in columns where there is room. */
public class FactList extends Div {

  private static final long serialVersionUID = 1L;

  public FactList() {
    addClassName("facts");
  }

  /** Shows a dash for what is not there. */
  public FactList fact(String label, @Nullable String value) {
    return fact(label, new Span(value == null || value.isBlank() ? "—" : value));
  }

  public FactList fact(String label, Component value) {
    Span name = new Span(label);
    name.addClassName("fact-label");
    Div holder = new Div(value);
    holder.addClassName("fact-value");
    Div fact = new Div(name, holder);
    fact.addClassName("fact");
    add(fact);
    return this;
  }
}
