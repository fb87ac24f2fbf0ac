package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.dialog.Dialog;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Texts;

/** What differs, to be read and closed. */
final class DifferenceDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  DifferenceDialog(String title, DifferencePanel difference) {
    setHeaderTitle(title);
    addClassName("policy-dialog");
    setWidth("min(70rem, 96vw)");
    add(difference);
    getFooter().add(new ActionButton(Texts.of("policy.close"), this::close));
  }
}
