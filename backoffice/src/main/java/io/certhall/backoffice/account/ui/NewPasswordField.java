package io.certhall.backoffice.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.account.PasswordRules;
import io.certhall.processes.refusal.Problem;
import java.util.List;
import java.util.function.Supplier;

/** A new password, with hints while it is typed. */
class NewPasswordField extends Div {

  private static final long serialVersionUID = 1L;

  private final PasswordField password;
  private final UnorderedList hints = new UnorderedList();
  private final transient Supplier<String> username;

  NewPasswordField(String label, Supplier<String> username) {
    this.username = username;
    password = new PasswordField(label);
    password.setAutocomplete(Autocomplete.NEW_PASSWORD);
    password.setRequiredIndicatorVisible(true);
    password.setHelperText(Texts.of("account.passwordHelp"));
    password.setValueChangeMode(ValueChangeMode.LAZY);
    password.setWidthFull();
    password.addValueChangeListener(change -> hint());
    hints.addClassName("hints");
    hints.getElement().setAttribute("aria-live", "polite");
    add(password, hints);
  }

  PasswordField field() {
    return password;
  }

  private void hint() {
    hints.removeAll();
    if (password.isEmpty()) {
      return;
    }
    List<Problem> problems = PasswordRules.problems(password.getValue(), username.get());
    if (problems.isEmpty()) {
      Span good = new Span(Texts.of("account.passwordGood"));
      good.addClassName("good");
      hints.add(new ListItem(good));
    }
    problems.forEach(problem -> hints.add(new ListItem(Texts.of(problem))));
  }
}
