package io.certhall.backoffice.portal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One kind of certificate in the calculator. */
class CalculatorItem extends Div {

  private static final long serialVersionUID = 1L;

  private final transient HallSettings hall;
  private final Select<CertificateType> type = new Select<>();
  private final Select<Integer> years = new Select<>();
  private final Select<Integer> seals = new Select<>();
  private final IntegerField copies = new IntegerField(Texts.of("prices.copies"));
  private final Checkbox secondary = new Checkbox(Texts.of("prices.secondaryLock"));

  CalculatorItem(
      HallSettings hall, Service service, Holder holder, Runnable changed, Runnable remove) {
    this.hall = hall;
    addClassName("calculator-item");
    List<CertificateType> types =
        hall.certificateTypes(holder.name()).stream()
            .map(offer -> CertificateType.valueOf(offer.code()))
            .toList();
    type.setLabel(Texts.of("draft.item.type"));
    type.setItems(types);
    type.setItemLabelGenerator(value -> Texts.of(hall.certificateType(value.name()).label()));
    type.addClassName("calculator-type");
    HallSettings.Years range = hall.years(service.name());
    years.setLabel(Texts.of("draft.item.years"));
    years.setItems(IntStream.rangeClosed(range.min(), range.max()).boxed().toList());
    years.setItemLabelGenerator(n -> Texts.of("draft.item.nYears", n));
    years.setValue(range.min());
    years.setVisible(hall.asksYears(service.name()));
    seals.setLabel(
        Texts.of(service == Service.ADD_SEAL ? "prices.addedSeals" : "prices.sealNumber"));
    seals.setItemLabelGenerator(n -> Texts.of("prices.nSeals", n));
    copies.setMin(1);
    copies.setMax(hall.limits().maxItems());
    copies.setValue(1);
    copies.setStepButtonsVisible(true);
    copies.setVisible(hall.limits().maxItems() > 1);
    secondary.setVisible(hall.locks().mainAndSecondary());
    secondary.addValueChangeListener(change -> offerSeals(service));
    type.addValueChangeListener(change -> offerSeals(service));
    types.stream().findFirst().ifPresent(type::setValue);
    Button away = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove.run());
    away.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    away.setAriaLabel(Texts.of("prices.removeItem"));
    away.addClassName("calculator-away");
    add(type, years, seals, copies, secondary, away);
    type.addValueChangeListener(change -> changed.run());
    years.addValueChangeListener(change -> changed.run());
    seals.addValueChangeListener(change -> changed.run());
    copies.addValueChangeListener(change -> changed.run());
    secondary.addValueChangeListener(change -> changed.run());
  }

  /** Empty while a field is. */
  Optional<ItemForm> form() {
    CertificateType chosen = type.getValue();
    Integer wanted = copies.getValue();
    if (chosen == null || years.getValue() == null || wanted == null || seals.getValue() == null) {
      return Optional.empty();
    }
    List<String> first =
        hall.certificateType(chosen.name()).seals().stream().limit(seals.getValue()).toList();
    return Optional.of(
        new ItemForm(
            chosen,
            null,
            years.getValue(),
            Math.max(1, wanted),
            first,
            secondary.getValue(),
            null));
  }

  private void offerSeals(Service service) {
    CertificateType chosen = type.getValue();
    int offered = chosen == null ? 0 : hall.certificateType(chosen.name()).seals().size();
    int most = Math.min(offered, hall.limits().maxSeals());
    int least = service == Service.ADD_SEAL ? Math.min(1, most) : 0;
    Integer before = seals.getValue();
    seals.setItems(IntStream.rangeClosed(least, most).boxed().toList());
    int usual = secondary.getValue() ? least : Math.min(1, most);
    seals.setValue(before != null && before >= least && before <= most ? before : usual);
    seals.setVisible(most > 0);
  }
}
