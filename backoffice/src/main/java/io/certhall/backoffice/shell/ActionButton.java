package io.certhall.backoffice.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.certhall.processes.refusal.Refusal;

/** A button that acts once per answer: disabled from the click until the server is done. */
public class ActionButton extends Button {

  private static final long serialVersionUID = 1L;

  private boolean stays;

  /** A refusal of the action is shown as a notification. */
  public ActionButton(String text, Runnable action) {
    super(text);
    setDisableOnClick(true);
    addClickListener(
        click -> {
          try {
            action.run();
          } catch (Refusal refused) {
            Refusals.show(refused);
          } finally {
            setEnabled(!stays);
          }
        });
  }

  public static ActionButton primary(String text, Runnable action) {
    ActionButton button = new ActionButton(text, action);
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return button;
  }

  public static ActionButton tertiary(String text, Runnable action) {
    ActionButton button = new ActionButton(text, action);
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  /** Whether the button stays disabled after its action, e.g. during a countdown. */
  public void keepDisabled(boolean disabled) {
    stays = disabled;
    setEnabled(!disabled);
  }
}
