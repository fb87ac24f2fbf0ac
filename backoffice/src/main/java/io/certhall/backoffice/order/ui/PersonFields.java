package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.LiveCheck;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.IdentityDocument;
import io.certhall.processes.order.OrderForm.PersonForm;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An individual who applies for himself. */
class PersonFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField(Texts.of("draft.person.name"));
  private final Select<IdentityDocument> idType = new Select<>();
  private final TextField idNo = new TextField(Texts.of("draft.person.idNo"));
  private final TextField phone = new TextField(Texts.of("draft.person.phone"));
  private final TextField email = new TextField(Texts.of("draft.person.email"));

  PersonFields(FieldErrors errors, @Nullable PersonForm person) {
    addClassName("fields");
    idType.setLabel(Texts.of("draft.person.idType"));
    idType.setItems(
        Arrays.stream(IdentityDocument.values())
            .filter(IdentityDocument.OF_HOLDERS::contains)
            .toList());
    idType.setItemLabelGenerator(Texts::of);
    idType.setValue(IdentityDocument.RESIDENT_ID);
    errors.bind("person.name", name).setAutocomplete(Autocomplete.NAME);
    errors.bind("person.idType", idType);
    errors.bind("person.idNo", idNo);
    errors.bind("person.phone", phone).setAutocomplete(Autocomplete.TEL);
    errors.bind("person.email", email).setAutocomplete(Autocomplete.EMAIL);
    LiveCheck.phone(errors, "person.phone", phone);
    LiveCheck.email(errors, "person.email", email);
    for (TextField field : new TextField[] {name, idNo, phone, email}) {
      field.setRequiredIndicatorVisible(true);
    }
    add(name, idType, idNo, phone, email);
    if (person != null) {
      Entered.show(name, person.name());
      idType.setValue(person.idType() == null ? IdentityDocument.RESIDENT_ID : person.idType());
      Entered.show(idNo, person.idNo());
      Entered.show(phone, person.phone());
      Entered.show(email, person.email());
    }
  }

  @Nullable PersonForm form() {
    String number = Entered.text(idNo);
    String given = Entered.text(name);
    return given == null && number == null && phone.isEmpty() && email.isEmpty()
        ? null
        : new PersonForm(
            given,
            idType.getValue(),
            number == null ? null : number.toUpperCase(Locale.ROOT),
            Entered.text(phone),
            Entered.text(email));
  }

  String phone() {
    return phone.getValue();
  }
}
