package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.certificate.HeldCertificate;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.order.Service;
import io.certhall.processes.refusal.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One certificate to tick, with what is carried over; one that can't be had says why. */
class PickRow extends Div {

  private static final long serialVersionUID = 1L;

  private final transient HallSettings hall;
  private final transient HeldCertificate certificate;
  private final Service service;
  private final Checkbox box = new Checkbox();
  private final Select<Integer> years = new Select<>();
  private final CheckboxGroup<String> seals = new CheckboxGroup<>();

  PickRow(
      HallSettings hall,
      OrderForm form,
      PickStep.Choice choice,
      boolean asksYears,
      Consumer<PickRow> changed) {
    this.hall = hall;
    this.service = form.service();
    this.certificate = choice.certificate();
    Optional<Problem> obstacle = choice.obstacle();
    addClassName("pick-row");
    String type = Texts.of(hall.certificateType(certificate.type().name()).label());
    box.setLabel(certificate.commonName() + " · " + type);
    box.setEnabled(obstacle.isEmpty());
    Div facts = new Div();
    facts.addClassNames("muted", "small", "pick-facts");
    facts.add(new Span(Texts.of("pick.until", Times.day(certificate.notAfter()))));
    if (certificate.mediumSerial() != null) {
      facts.add(new Span(Texts.of("order.item.medium", certificate.mediumSerial())));
    }
    facts.add(new Span(Texts.of("pick.seals", sealNames(certificate.seals()))));
    if (hall.locks().mainAndSecondary()) {
      facts.add(new Span(Texts.of(certificate.secondaryLock() ? "lock.secondary" : "lock.main")));
    }
    Div more = new Div();
    more.addClassName("pick-more");
    offerYears(asksYears, more);
    offerSeals(more);
    more.setVisible(false);
    add(box, facts, more);
    obstacle.ifPresent(
        problem -> {
          StatusBadge reason = new StatusBadge(Texts.of(problem), Tone.NEUTRAL);
          reason.addClassName("badge-wrap");
          add(reason);
        });
    box.addValueChangeListener(
        change -> {
          more.setVisible(change.getValue() && more.getComponentCount() > 0);
          changed.accept(this);
        });
    years.addValueChangeListener(change -> changed.accept(this));
    seals.addValueChangeListener(change -> changed.accept(this));
  }

  boolean isOf(String serial) {
    return certificate.serial().equals(serial) || certificate.pairSerial().equals(serial);
  }

  boolean isPicked() {
    return box.getValue();
  }

  void leave() {
    box.setValue(false);
  }

  void read(ItemForm item) {
    box.setValue(box.isEnabled());
    if (years.getListDataView().contains(item.years())) {
      years.setValue(item.years());
    }
    if (service == Service.ADD_SEAL) {
      seals.setValue(new LinkedHashSet<>(item.seals()));
    }
  }

  ItemForm form() {
    List<String> carried =
        service == Service.ADD_SEAL
            ? hall.certificateType(certificate.type().name()).seals().stream()
                .filter(seals.getValue()::contains)
                .toList()
            : certificate.seals();
    return new ItemForm(
        certificate.type(),
        certificate.personId(),
        years.getValue() == null ? certificate.years() : years.getValue(),
        1,
        carried,
        certificate.secondaryLock(),
        certificate.serial());
  }

  private void offerYears(boolean asked, Div more) {
    HallSettings.Years range = hall.years(service.name());
    years.setLabel(Texts.of("draft.item.years"));
    years.setItems(IntStream.rangeClosed(range.min(), range.max()).boxed().toList());
    years.setItemLabelGenerator(n -> Texts.of("draft.item.nYears", n));
    if (asked) {
      years.setValue(range.min());
      years.setReadOnly(range.min() == range.max());
      more.add(years);
    }
  }

  private void offerSeals(Div more) {
    if (service == Service.ADD_SEAL) {
      seals.setLabel(Texts.of("prices.addedSeals"));
      seals.setItems(
          hall.certificateType(certificate.type().name()).seals().stream()
              .filter(code -> !certificate.seals().contains(code))
              .toList());
      seals.setItemLabelGenerator(code -> Texts.of(hall.sealLabel(code)));
      int free = hall.limits().maxSeals() - certificate.seals().size();
      seals.setHelperText(Texts.of("draft.item.sealsHelp", Math.max(0, free)));
      more.add(seals);
    }
  }

  private String sealNames(List<String> codes) {
    return codes.isEmpty()
        ? Texts.of("order.item.noSeals")
        : codes.stream()
            .map(code -> Texts.of(hall.sealLabel(code)))
            .collect(Collectors.joining(Texts.isEnglish() ? ", " : "、"));
  }
}
