package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.Money;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.CertificateType;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.ItemForm;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.organisation.PersonView;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One certificate of the application: type, person, years, seals, its price (GS-40..49). */
class CertificateBlock extends Card {

  private static final long serialVersionUID = 1L;

  private final transient PublishedPolicy policy;
  private final transient HallSettings hall;
  private final transient OrderForm order;
  private final transient HallSettings.Years range;
  private final transient FieldErrors errors;
  private final int index;
  private final transient Runnable changed;
  private final transient @Nullable String certificateSerial;
  private final Select<CertificateType> type = new Select<>();
  private final ComboBox<PersonView> person = new ComboBox<>(Texts.of("draft.item.person"));
  private final Div personRow = new Div();
  private final Select<Integer> years = new Select<>();
  private final CheckboxGroup<String> seals = new CheckboxGroup<>(Texts.of("draft.item.seals"));
  private final Span price = new Span();
  private final Div priceLines = new Div();
  private final Div offer = new Div();
  private final Span legalRep = new Span();
  private final Checkbox secondary = new Checkbox(Texts.of("lock.secondary"));

  /**
   * @param index position in the form, from 0
   * @param given what was saved; null for a new block
   * @param changed something that costs or counts has changed
   * @param addPerson opens the dialog for a new person
   */
  CertificateBlock(
      PublishedPolicy policy,
      OrderForm order,
      FieldErrors errors,
      int index,
      @Nullable ItemForm given,
      List<PersonView> people,
      Runnable changed,
      Runnable addPerson) {
    super(Texts.of("draft.item.number", index + 1));
    this.policy = policy;
    this.hall = policy.settings();
    this.order = order;
    this.range = hall.years(order.service().name());
    this.errors = errors;
    this.index = index;
    this.changed = changed;
    this.certificateSerial = given == null ? null : given.certificateSerial();
    addClassName("certificate-block");
    build(addPerson);
    setPeople(people);
    if (given == null) {
      years.setValue(range.min());
    } else {
      read(given, people);
    }
    showFields();
    listen();
  }

  /** Empty until a type is chosen. */
  Optional<ItemForm> form() {
    return type.isEmpty() ? Optional.empty() : Optional.of(filled());
  }

  /** An individual is the holder himself. */
  boolean needsPerson() {
    CertificateType chosen = type.getValue();
    return chosen != null && chosen.namesPerson() && order.holder() == Holder.ORGANISATION;
  }

  void setPeople(List<PersonView> people) {
    PersonView chosen = person.getValue();
    person.setItems(people);
    if (chosen != null) {
      people.stream().filter(p -> p.id() == chosen.id()).findFirst().ifPresent(person::setValue);
    }
  }

  /** Whose a legal representative's certificate is; his number masked. */
  void setLegalRep(OrganisationView owner) {
    legalRep.setText(Texts.of("draft.item.legalRep", owner.legalRepName(), owner.legalRepIdNo()));
    showFields();
  }

  void choosePerson(PersonView chosen) {
    person.setValue(chosen);
  }

  /** Shows what this certificate costs; null while that can't be told. */
  void setPrice(@Nullable Long fen, String lines) {
    offer.removeAll();
    form()
        .flatMap(item -> YearOffer.hint(policy, order.service(), order.holder(), List.of(item)))
        .ifPresent(offer::add);
    price.setText(fen == null ? "—" : Money.yuan(fen));
    priceLines.setText(lines);
  }

  void unbind() {
    for (String field : List.of("", ".type", ".personId", ".years", ".seals")) {
      errors.unbind("items[" + index + "]" + field);
    }
  }

  private void build(Runnable addPerson) {
    List<CertificateType> types =
        hall.certificateTypes(order.holder().name()).stream()
            .map(t -> CertificateType.valueOf(t.code()))
            .toList();
    type.setLabel(Texts.of("draft.item.type"));
    type.setItems(types);
    type.setItemLabelGenerator(value -> Texts.of(hall.certificateType(value.name()).label()));
    type.setPlaceholder(Texts.of("draft.choose"));
    type.setRequiredIndicatorVisible(true);
    errors.bind(path("type"), type);
    person.setItemLabelGenerator(p -> Texts.of("draft.item.personLabel", p.name(), p.post()));
    person.setRequiredIndicatorVisible(true);
    errors.bind(path("personId"), person);
    Button add = new Button(Texts.of("people.add"), click -> addPerson.run());
    add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    personRow.addClassName("field-row");
    personRow.add(person, add);
    years.setLabel(Texts.of("draft.item.years"));
    years.setItems(IntStream.rangeClosed(range.min(), range.max()).boxed().toList());
    years.setItemLabelGenerator(n -> Texts.of("draft.item.nYears", n));
    Anchor prices = new Anchor("halls/" + policy.hall() + "/prices", Texts.of("draft.item.prices"));
    prices.setTarget("_blank");
    Span included = new Span(hall.priceList().note());
    included.addClassName("muted");
    Div aboutPrice = new Div(prices, included);
    aboutPrice.addClassName("about-price");
    years.setHelperComponent(aboutPrice);
    errors.bind(path("years"), years);
    seals.setItemLabelGenerator(code -> Texts.of(hall.sealLabel(code)));
    seals.setHelperText(Texts.of("draft.item.sealsHelp", hall.limits().maxSeals()));
    seals.addClassName("wide");
    errors.bind(path("seals"), seals);
    Span place = new Span(Texts.of("draft.item.place", hall.province() + " " + hall.city()));
    place.addClassNames("muted", "small", "wide");
    legalRep.addClassNames("muted", "small", "wide");
    Div fields = new Div(type, years, personRow, legalRep, seals, place);
    fields.addClassName("fields");
    price.addClassName("price");
    priceLines.addClassNames("muted", "small");
    Div cost = new Div(priceLines, price);
    cost.addClassName("block-cost");
    cost.getElement().setAttribute("aria-live", "polite");
    boolean roles = hall.locks().mainAndSecondary() && order.holder() == Holder.ORGANISATION;
    secondary.setVisible(roles);
    secondary.setValue(roles && index > 0);
    secondary.setHelperText(Texts.of("draft.item.lockHelp"));
    add(fields, secondary, offer, cost);
  }

  private void read(ItemForm given, List<PersonView> people) {
    type.setValue(given.type());
    years.setValue(Math.clamp(given.years(), range.min(), range.max()));
    showFields();
    seals.setValue(Set.copyOf(given.seals()));
    secondary.setValue(given.secondary());
    Long personId = given.personId();
    if (personId != null) {
      people.stream().filter(p -> p.id() == personId).findFirst().ifPresent(person::setValue);
    }
  }

  private void listen() {
    type.addValueChangeListener(
        change -> {
          errors.mark(path("type"), null);
          showFields();
          changed.run();
        });
    years.addValueChangeListener(change -> changed.run());
    secondary.addValueChangeListener(change -> changed.run());
    person.addValueChangeListener(change -> errors.mark(path("personId"), null));
    seals.addValueChangeListener(
        change -> {
          int most = hall.limits().maxSeals();
          errors.mark(
              path("seals"),
              change.getValue().size() > most
                  ? Texts.of(Problem.of(path("seals"), "LIMIT_SEALS", most))
                  : null);
          changed.run();
        });
  }

  private void showFields() {
    CertificateType chosen = type.getValue();
    personRow.setVisible(needsPerson());
    legalRep.setVisible(chosen == CertificateType.LEGAL_REP && !legalRep.getText().isEmpty());
    seals.setVisible(chosen != null);
    if (chosen != null) {
      Set<String> ticked = seals.getValue();
      List<String> offered = hall.certificateType(chosen.name()).seals();
      seals.setItems(offered);
      seals.setValue(
          offered.stream().filter(ticked::contains).collect(java.util.stream.Collectors.toSet()));
    }
  }

  private ItemForm filled() {
    CertificateType chosen = type.getValue();
    PersonView holder = person.getValue();
    List<String> inOrder =
        hall.certificateType(chosen.name()).seals().stream()
            .filter(seals.getValue()::contains)
            .toList();
    return new ItemForm(
        chosen,
        needsPerson() && holder != null ? holder.id() : null,
        years.getValue() == null ? range.min() : years.getValue(),
        1,
        inOrder,
        secondary.getValue(),
        certificateSerial);
  }

  private String path(String field) {
    return "items[" + index + "]." + field;
  }
}
