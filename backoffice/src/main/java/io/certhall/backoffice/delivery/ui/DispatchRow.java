package io.certhall.backoffice.delivery.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.certhall.backoffice.review.ui.OrderFacts;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.DeskRow;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One parcel: where it goes, with which courier and under which number. */
final class DispatchRow extends DeskRow {

  private static final long serialVersionUID = 1L;

  /** Hands a parcel to the courier. */
  interface Shipping {
    void ship(Parcel parcel, @Nullable String carrier, String trackingNo);
  }

  private final transient Parcel parcel;
  private final transient Shipping shipping;
  private final ComboBox<String> carrier = new ComboBox<>(Texts.of("staff.delivery.carrier"));
  private final TextField tracking = new TextField(Texts.of("staff.delivery.tracking"));

  DispatchRow(Parcel parcel, @Nullable String usualCarrier, Instant now, Shipping shipping) {
    this.parcel = parcel;
    this.shipping = shipping;
    List<String> carriers =
        new ArrayList<>(Arrays.asList(Texts.of("staff.delivery.carriers").split(",")));
    if (usualCarrier != null && !carriers.contains(usualCarrier)) {
      carriers.add(usualCarrier);
    }
    carrier.setItems(carriers);
    carrier.setAllowCustomValue(true);
    carrier.addCustomValueSetListener(
        custom -> {
          carriers.add(custom.getDetail());
          carrier.setItems(carriers);
          carrier.setValue(custom.getDetail());
        });
    carrier.setValue(usualCarrier == null ? carriers.getFirst() : usualCarrier);
    carrier.setManualValidation(true);
    tracking.setMaxLength(40);
    tracking.setValueChangeMode(ValueChangeMode.EAGER);
    tracking.addKeyDownListener(Key.ENTER, enter -> ship());
    tracking.setManualValidation(true);
    tracking.addClassName("mono");
    Anchor label =
        new Anchor(
            "work/dispatch/label/" + parcel.orderNo(),
            Texts.of("staff.delivery.label"),
            AnchorTarget.BLANK);
    label.addClassNames("small", "desk-link");
    Div work =
        new Div(
            carrier,
            tracking,
            ActionButton.primary(Texts.of("staff.delivery.ship"), this::ship),
            label);
    work.addClassName("desk-work");
    add(new ParcelFacts(parcel, now, recipient(parcel.delivery())), work);
  }

  @Override
  public void begin() {
    tracking.focus();
  }

  private static String[] recipient(OrderForm.@Nullable DeliveryForm delivery) {
    if (delivery == null) {
      return new String[] {Texts.of("staff.delivery.noAddress")};
    }
    return new String[] {
      String.valueOf(delivery.recipient()) + "  " + String.valueOf(delivery.phone()),
      OrderFacts.address(delivery)
    };
  }

  private void ship() {
    carrier.setInvalid(false);
    tracking.setInvalid(false);
    try {
      shipping.ship(parcel, carrier.getValue(), tracking.getValue());
    } catch (Refusal refused) {
      for (Problem problem : refused.problems()) {
        switch (problem.path()) {
          case "carrier" -> {
            carrier.setErrorMessage(Texts.of(problem));
            carrier.setInvalid(true);
          }
          case "trackingNo" -> {
            tracking.setErrorMessage(Texts.of(problem));
            tracking.setInvalid(true);
          }
          default -> Refusals.showError(Texts.of(problem));
        }
      }
    }
  }
}
