package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A row of a list where there is no room for a table. */
public class RowCard extends Div {

  private static final long serialVersionUID = 1L;

  public RowCard(Component title, Component end) {
    addClassName("row-card");
    title.addClassName("row-title");
    add(line(title, end));
  }

  /** A line of facts. */
  public RowCard facts(String start, String end) {
    Span first = new Span(start);
    Span last = new Span(end);
    first.addClassNames("muted", "small");
    last.addClassNames("small", "num");
    add(line(first, last));
    return this;
  }

  /** What can be done. */
  public RowCard actions(Component actions) {
    add(actions);
    return this;
  }

  /** A line with something at each end. */
  public static Div line(Component start, Component end) {
    Div line = new Div(start, end);
    line.addClassName("row-card-line");
    return line;
  }
}
