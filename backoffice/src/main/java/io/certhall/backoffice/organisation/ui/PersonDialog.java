package io.certhall.backoffice.organisation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.LiveCheck;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.organisation.People;
import io.certhall.processes.organisation.Person;
import io.certhall.processes.organisation.PersonForm;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Adds a person of the organisation, or changes one (GS-18..20). */
public class PersonDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient People people;
  private final transient Actor actor;
  private final transient @Nullable Person before;
  private final transient LongConsumer saved;
  private final ErrorSummary summary = new ErrorSummary();
  private final transient FieldErrors errors = new FieldErrors(summary);
  private final TextField name = new TextField(Texts.of("people.name"));
  private final TextField idNo = new TextField(Texts.of("people.idNo"));
  private final TextField post = new TextField(Texts.of("people.post"));
  private final TextField phone = new TextField(Texts.of("people.phone"));

  /**
   * @param before the person to change, in clear; null adds one
   * @param saved gets the person's id
   */
  public PersonDialog(People people, Actor actor, @Nullable Person before, LongConsumer saved) {
    this.people = people;
    this.actor = actor;
    this.before = before;
    this.saved = saved;
    setHeaderTitle(Texts.of(before == null ? "people.add" : "people.edit"));
    setWidth("min(28rem, 100%)");
    errors.bind("name", name).setRequiredIndicatorVisible(true);
    errors.bind("idNo", idNo).setRequiredIndicatorVisible(true);
    errors.bind("post", post).setRequiredIndicatorVisible(true);
    errors.bind("phone", phone);
    LiveCheck.residentId(errors, "idNo", idNo);
    LiveCheck.phone(errors, "phone", phone);
    if (before != null) {
      name.setValue(before.name());
      idNo.setValue(before.idNo().value());
      post.setValue(before.post());
      phone.setValue(before.phone() == null ? "" : before.phone().value());
    }
    Div form = new Div(summary, name, idNo, post, phone);
    form.addClassName("form");
    add(form);
    getFooter()
        .add(
            new Button(Texts.of("shell.cancel"), click -> close()),
            ActionButton.primary(Texts.of("shell.save"), this::save));
  }

  private void save() {
    PersonForm form =
        new PersonForm(name.getValue(), idNo.getValue(), post.getValue(), phone.getValue());
    try {
      long id;
      if (before == null) {
        id = people.add(actor, form);
      } else {
        id = before.id();
        people.update(actor, id, form, before.version());
      }
      close();
      saved.accept(id);
    } catch (Refusal refused) {
      errors.show(refused);
    }
  }
}
