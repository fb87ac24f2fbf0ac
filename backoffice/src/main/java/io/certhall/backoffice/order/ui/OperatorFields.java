package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.LiveCheck;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.OrderForm.AgentForm;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operator, 经办人 (GS-38). */
class OperatorFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField(Texts.of("draft.agent.name"));
  private final TextField idNo = new TextField(Texts.of("draft.agent.idNo"));
  private final TextField phone = new TextField(Texts.of("draft.agent.phone"));
  private final TextField email = new TextField(Texts.of("draft.agent.email"));

  OperatorFields(FieldErrors errors, @Nullable AgentForm agent) {
    addClassName("fields");
    errors.bind("agent.name", name).setAutocomplete(Autocomplete.NAME);
    errors.bind("agent.idNo", idNo);
    errors.bind("agent.phone", phone).setAutocomplete(Autocomplete.TEL);
    errors.bind("agent.email", email).setAutocomplete(Autocomplete.EMAIL);
    phone.setHelperText(Texts.of("draft.agent.phoneHelp"));
    LiveCheck.residentId(errors, "agent.idNo", idNo);
    LiveCheck.phone(errors, "agent.phone", phone);
    LiveCheck.email(errors, "agent.email", email);
    for (TextField field : new TextField[] {name, idNo, phone, email}) {
      field.setRequiredIndicatorVisible(true);
      add(field);
    }
    if (agent != null) {
      Entered.show(name, agent.name());
      Entered.show(idNo, agent.idNo());
      Entered.show(phone, agent.phone());
      Entered.show(email, agent.email());
    }
  }

  String operatorName() {
    return name.getValue();
  }

  String operatorPhone() {
    return phone.getValue();
  }

  String operatorEmail() {
    return email.getValue();
  }

  @Nullable AgentForm form() {
    String number = Entered.text(idNo);
    AgentForm form =
        new AgentForm(
            Entered.text(name),
            number == null ? null : number.toUpperCase(Locale.ROOT),
            Entered.text(phone),
            Entered.text(email));
    return form.equals(new AgentForm(null, null, null, null)) ? null : form;
  }
}
