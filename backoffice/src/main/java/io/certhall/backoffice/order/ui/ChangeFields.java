package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.FieldErrors;
import io.certhall.backoffice.shell.LiveCheck;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.ChangeKind;
import io.certhall.processes.order.OrderForm.ChangeForm;
import io.certhall.processes.organisation.OrganisationView;
import io.certhall.processes.refusal.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What changes: what is certified now beside what shall be. */
class ChangeFields extends Div {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 500;

  private final CheckboxGroup<ChangeKind> kinds = new CheckboxGroup<>(Texts.of("change.what"));
  private final TextField newName = new TextField(Texts.of("change.newName"));
  private final TextField newLegalRep = new TextField(Texts.of("change.newLegalRep"));
  private final TextField newLegalRepIdNo = new TextField(Texts.of("change.newLegalRepIdNo"));
  private final TextArea note = new TextArea(Texts.of("change.note"));
  private final Div name;
  private final Div legalRep;
  private final Div seal;

  ChangeFields(
      FieldErrors errors,
      List<ChangeKind> offered,
      @Nullable ChangeForm given,
      @Nullable OrganisationView organisation,
      Runnable changed) {
    addClassName("stack");
    kinds.setItems(offered);
    kinds.setItemLabelGenerator(Texts::of);
    kinds.setRequiredIndicatorVisible(true);
    errors.bind("change.kinds", kinds);
    for (TextField field : new TextField[] {newName, newLegalRep, newLegalRepIdNo}) {
      field.setRequiredIndicatorVisible(true);
    }
    errors.bind("change.newName", newName);
    errors.bind("change.newLegalRep", newLegalRep);
    errors.bind("change.newLegalRepIdNo", newLegalRepIdNo);
    LiveCheck.residentId(errors, "change.newLegalRepIdNo", newLegalRepIdNo);
    note.setMaxLength(LONGEST);
    name = pair(organisation == null ? null : organisation.name(), newName);
    Div persons = new Div(newLegalRep, newLegalRepIdNo);
    persons.addClassName("stack");
    legalRep = pair(organisation == null ? null : organisation.legalRepName(), persons);
    seal = new Div(new Span(Texts.of("change.sealText")));
    seal.addClassNames("muted", "small");
    add(kinds, name, legalRep, seal, note);
    if (given != null) {
      kinds.setValue(
          new java.util.LinkedHashSet<>(given.kinds().stream().filter(offered::contains).toList()));
      Entered.show(newName, given.newName());
      Entered.show(newLegalRep, given.newLegalRep());
      Entered.show(newLegalRepIdNo, given.newLegalRepIdNo());
      note.setValue(given.note() == null ? "" : given.note());
    } else if (offered.size() == 1) {
      kinds.select(offered);
    }
    show();
    kinds.addValueChangeListener(
        change -> {
          errors.mark("change.kinds", null);
          show();
          changed.run();
        });
  }

  List<ChangeKind> kinds() {
    return kinds.getValue().stream().sorted().toList();
  }

  @Nullable ChangeForm form() {
    List<ChangeKind> chosen = kinds();
    if (chosen.isEmpty()) {
      return null;
    }
    boolean rep = chosen.contains(ChangeKind.LEGAL_REP);
    String number = rep ? Entered.text(newLegalRepIdNo) : null;
    String words = note.getValue().strip();
    return new ChangeForm(
        chosen,
        chosen.contains(ChangeKind.NAME) ? Entered.text(newName) : null,
        rep ? Entered.text(newLegalRep) : null,
        number == null ? null : number.toUpperCase(Locale.ROOT),
        words.isEmpty() ? null : words);
  }

  List<Problem> problems() {
    return kinds.isEmpty() ? List.of(Problem.of("change.kinds", "FIELD_REQUIRED")) : List.of();
  }

  private void show() {
    name.setVisible(kinds.getValue().contains(ChangeKind.NAME));
    legalRep.setVisible(kinds.getValue().contains(ChangeKind.LEGAL_REP));
    seal.setVisible(kinds.getValue().contains(ChangeKind.SEAL));
  }

  private static Div pair(@Nullable String now, com.vaadin.flow.component.Component then) {
    Span label = new Span(Texts.of("change.before"));
    label.addClassName("fact-label");
    Div old = new Div(label, new Span(now == null ? "—" : now));
    old.addClassName("change-old");
    Div pair = new Div(old, then);
    pair.addClassName("change-pair");
    return pair;
  }
}
