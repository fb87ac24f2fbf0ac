package io.certhall.backoffice.shell;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.certhall.processes.refusal.Refusal;

/** Asks before what can't be undone. */
public final class Confirm {

  private Confirm() {}

  /**
   * @param action what the button says, e.g. 撤回申请
   */
  public static void ask(String title, String text, String action, Runnable then) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(title);
    dialog.setText(text);
    dialog.setCancelable(true);
    dialog.setCancelText(Texts.of("shell.cancel"));
    dialog.setConfirmText(action);
    dialog.setConfirmButtonTheme("primary error");
    dialog.addConfirmListener(
        confirmed -> {
          try {
            then.run();
          } catch (Refusal refused) {
            Refusals.show(refused);
          }
        });
    dialog.open();
  }
}
