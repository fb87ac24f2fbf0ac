package io.certhall.backoffice.shell;

import com.vaadin.flow.component.html.Span;
import io.certhall.bpmn.HallSettings;

/** A hall's monogram in its own colour; decoration, its name stands beside it. */
public class HallMark extends Span {

  private static final long serialVersionUID = 1L;

  public HallMark(HallSettings hall) {
    addClassName("brand-mark");
    getElement().setAttribute("aria-hidden", "true");
    show(hall);
  }

  final void show(HallSettings hall) {
    String name = hall.shortName().zh();
    setText(name.substring(0, name.offsetByCodePoints(0, 1)));
    getStyle().set("--hall-accent", hall.accent());
  }
}
