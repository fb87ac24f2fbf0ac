package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.html.Div;

/** One task on a desk, worked on where it stands. */
public abstract class DeskRow extends Div {

  private static final long serialVersionUID = 1L;

  private final DeskClaim claim = new DeskClaim();

  protected DeskRow() {
    addClassName("desk-row");
  }

  /** Puts the cursor where the work begins. */
  public abstract void begin();

  /** Whose task it is, below everything else. */
  final DeskClaim claim() {
    if (claim.getParent().isEmpty()) {
      add(claim);
    }
    return claim;
  }
}
