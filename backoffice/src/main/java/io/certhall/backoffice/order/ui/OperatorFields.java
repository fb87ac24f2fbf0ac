package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.LiveCheck;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.OrderForm.AgentForm;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operator, 经办人 (GS-38). */
class OperatorFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField(Texts.of("draft.agent.name"));
  private final Select<IdentityDocument> idType = new Select<>();
  private final TextField idNo = new TextField(Texts.of("draft.agent.idNo"));
  private final TextField phone = new TextField(Texts.of("draft.agent.phone"));
  private final TextField email = new TextField(Texts.of("draft.agent.email"));

  /**
   * @param documents what this hall takes as proof of identity
   */
  OperatorFields(FieldErrors errors, List<String> documents, @Nullable AgentForm agent) {
    addClassName("fields");
    idType.setLabel(Texts.of("draft.agent.idType"));
    idType.setItems(documents.stream().map(IdentityDocument::valueOf).toList());
    idType.setItemLabelGenerator(Texts::of);
    idType.setValue(IdentityDocument.valueOf(documents.getFirst()));
    idType.setVisible(documents.size() > 1);
    if (documents.size() > 1) {
      idNo.setLabel(Texts.of("draft.agent.documentNo"));
    }
    errors.bind("agent.idType", idType);
    errors.bind("agent.name", name).setAutocomplete(Autocomplete.NAME);
    errors.bind("agent.idNo", idNo);
    errors.bind("agent.phone", phone).setAutocomplete(Autocomplete.TEL);
    errors.bind("agent.email", email).setAutocomplete(Autocomplete.EMAIL);
    phone.setHelperText(Texts.of("draft.agent.phoneHelp"));
    LiveCheck.document(errors, "agent.idNo", idNo, idType);
    LiveCheck.phone(errors, "agent.phone", phone);
    LiveCheck.email(errors, "agent.email", email);
    for (TextField field : new TextField[] {name, idNo, phone, email}) {
      field.setRequiredIndicatorVisible(true);
    }
    add(name, idType, idNo, phone, email);
    if (agent != null) {
      if (documents.contains(agent.document().name())) {
        idType.setValue(agent.document());
      }
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
            Entered.text(email),
            idType.getValue() == IdentityDocument.RESIDENT_ID ? null : idType.getValue());
    return form.isEmpty() ? null : form;
  }
}
