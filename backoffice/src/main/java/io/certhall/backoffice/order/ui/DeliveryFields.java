package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.FactList;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.LiveCheck;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.DeliveryMethod;
import io.certhall.processes.order.OrderForm.DeliveryForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the certificate reaches its holder (GS-36, GS-37). */
class DeliveryFields extends Div {

  private static final long serialVersionUID = 1L;

  private final RadioButtonGroup<DeliveryMethod> method = new RadioButtonGroup<>();
  private final TextField recipient = new TextField(Texts.of("draft.delivery.recipient"));
  private final TextField phone = new TextField(Texts.of("draft.delivery.phone"));
  private final TextField region = new TextField(Texts.of("draft.delivery.region"));
  private final TextField address = new TextField(Texts.of("draft.delivery.address"));
  private final Div courier = new Div();
  private final Div pickup = new Div();

  DeliveryFields(
      FieldErrors errors,
      HallSettings settings,
      List<String> methods,
      @Nullable DeliveryForm delivery,
      OperatorFields operator) {
    method.setLabel(Texts.of("draft.delivery.method"));
    method.setRequiredIndicatorVisible(true);
    method.setItems(methods.stream().map(DeliveryMethod::valueOf).toList());
    method.setItemLabelGenerator(Texts::of);
    errors.bind("delivery.method", method);
    errors.bind("delivery.recipient", recipient).setAutocomplete(Autocomplete.NAME);
    errors.bind("delivery.phone", phone).setAutocomplete(Autocomplete.TEL);
    errors.bind("delivery.region", region);
    errors.bind("delivery.address", address).setAutocomplete(Autocomplete.STREET_ADDRESS);
    LiveCheck.phone(errors, "delivery.phone", phone);
    region.setPlaceholder(Texts.of("draft.delivery.regionExample"));
    addCourierFields(operator);
    pickup.add(
        new FactList()
            .fact(Texts.of("draft.pickup.place"), Texts.of(settings.pickup().place()))
            .fact(Texts.of("draft.pickup.hours"), Texts.of(settings.pickup().hours()))
            .fact(Texts.of("draft.pickup.documents"), Texts.of(settings.pickup().documents())));
    method.addValueChangeListener(change -> showDetails());
    add(method, courier, pickup);
    read(delivery, methods);
    showDetails();
  }

  @Nullable DeliveryForm form() {
    DeliveryMethod chosen = method.getValue();
    if (chosen == DeliveryMethod.COURIER) {
      return new DeliveryForm(
          chosen,
          Entered.text(recipient),
          Entered.text(phone),
          Entered.text(region),
          Entered.text(address));
    }
    return chosen == null ? null : new DeliveryForm(chosen, null, null, null, null);
  }

  private void addCourierFields(OperatorFields operator) {
    for (TextField field : new TextField[] {recipient, phone, region, address}) {
      field.setRequiredIndicatorVisible(true);
    }
    address.addClassName("wide");
    Button same =
        new Button(
            Texts.of("draft.delivery.likeOperator"),
            click -> {
              recipient.setValue(operator.operatorName());
              phone.setValue(operator.operatorPhone());
            });
    same.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    Div fields = new Div(recipient, phone, region, address);
    fields.addClassName("fields");
    Div note = new Div(Texts.of("draft.delivery.postage"));
    note.addClassNames("muted", "small");
    courier.add(same, fields, note);
  }

  private void read(@Nullable DeliveryForm delivery, List<String> methods) {
    if (delivery == null) {
      if (methods.size() == 1) {
        method.setValue(DeliveryMethod.valueOf(methods.getFirst()));
      }
      return;
    }
    method.setValue(delivery.method());
    Entered.show(recipient, delivery.recipient());
    Entered.show(phone, delivery.phone());
    Entered.show(region, delivery.region());
    Entered.show(address, delivery.address());
  }

  private void showDetails() {
    courier.setVisible(method.getValue() == DeliveryMethod.COURIER);
    pickup.setVisible(method.getValue() == DeliveryMethod.PICKUP);
  }
}
