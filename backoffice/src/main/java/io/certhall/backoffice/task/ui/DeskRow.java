package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.html.Div;

/** One task on a desk, worked on where it stands. */
public abstract class DeskRow extends Div {

  private static final long serialVersionUID = 1L;

  protected DeskRow() {
    addClassName("desk-row");
  }

  /** Puts the cursor where the work begins. */
  public abstract void begin();
}
