package io.certhall.backoffice.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.refusal.Refusal;
import java.util.function.Consumer;

/** A field for a code by text message, with the button that sends one. */
class SmsCodeField extends Div {

  private static final long serialVersionUID = 1L;
  private static final int WAIT_SECONDS = 60;

  private final TextField code = new TextField(Texts.of("account.smsCode"));

  /**
   * @param send sends a code or refuses
   * @param refused shows a refusal at its field
   */
  SmsCodeField(Runnable send, Consumer<Refusal> refused) {
    addClassName("field-row");
    code.setMaxLength(6);
    code.setAllowedCharPattern("[0-9]");
    code.getElement().setAttribute("autocomplete", "one-time-code");
    code.getElement().setAttribute("inputmode", "numeric");
    code.setRequiredIndicatorVisible(true);
    ActionButton button = new ActionButton(Texts.of("account.sendCode"), () -> {});
    button.addClickListener(
        click -> {
          try {
            send.run();
            countDown(button);
            Refusals.showSuccess(Texts.of("account.codeSent"));
          } catch (Refusal refusal) {
            refused.accept(refusal);
          }
        });
    add(code, button);
  }

  TextField field() {
    return code;
  }

  /** Runs in the browser; the server counts on its own. */
  private static void countDown(ActionButton button) {
    button
        .getElement()
        .executeJs(
            """
            const text = [...this.childNodes].find(node => node.nodeType === 3);
            const before = text.nodeValue;
            let left = $0;
            const tick = () => {
              this.disabled = left > 0;
              text.nodeValue = left > 0 ? $1.replace('#', left--) : before;
              if (this.disabled) setTimeout(tick, 1000);
            };
            tick();
            """,
            WAIT_SECONDS,
            Texts.of("account.sendAgainIn"));
  }
}
