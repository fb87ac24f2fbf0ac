package io.certhall.backoffice.policy.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.PolicyFinding;
import io.certhall.processes.policy.SettingsText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** {@code hall.yaml}: fields for what changes often, the text for all the rest. */
final class SettingsEditor extends Div implements FileEditor {

  private static final long serialVersionUID = 1L;

  private static final List<String> WORDS =
      List.of(
          "name.zh",
          "name.en",
          "shortName.zh",
          "shortName.en",
          "contacts.phone",
          "contacts.email",
          "contacts.hours.zh",
          "pickup.place.zh",
          "accent");
  private static final List<String> NUMBERS =
      List.of(
          "years.min",
          "years.max",
          "limits.maxItems",
          "limits.maxSeals",
          "invoice.taxPercent",
          "retentionYears");

  private final transient Consumer<String> changed;
  private final Div fields = new Div();
  private final Map<String, Component> byPath = new HashMap<>();
  private final TextEditor rest;
  private transient SettingsText settings;

  SettingsEditor(String yaml, Consumer<String> changed) {
    this.changed = changed;
    this.settings = SettingsText.of(yaml);
    this.rest = new TextEditor("hall.yaml", yaml, this::typed);
    addClassName("policy-settings");
    fields.addClassName("fields");
    Details text = new Details(Texts.of("policy.editor.allSettings"), rest);
    text.setOpened(true);
    text.setWidthFull();
    add(fields, text);
    fill();
  }

  private void fill() {
    fields.removeAll();
    byPath.clear();
    for (String path : WORDS) {
      settings.value(path).ifPresent(value -> word(path, value));
    }
    for (String path : NUMBERS) {
      settings.value(path).ifPresent(value -> number(path, value));
    }
    choices(
        "deliveryMethods", List.of("COURIER", "PICKUP", "DOWNLOAD"), "policy.setting.delivery.");
    choices("paymentMethods", List.of("WECHAT", "ALIPAY", "TRANSFER"), "policy.setting.payment.");
    services();
    settings.value("profileApprovalRequired").ifPresent(this::approval);
  }

  private void word(String path, String value) {
    TextField field = new TextField(label(path));
    field.setValue(value);
    put(field, path, typed -> settings.with(path, typed.strip()), !value.isBlank());
  }

  private void number(String path, String value) {
    IntegerField field = new IntegerField(label(path));
    field.setStepButtonsVisible(true);
    field.setValue(value.matches("-?\\d{1,9}") ? Integer.valueOf(value) : null);
    put(field, path, number -> settings.withPlain(path, number), true);
  }

  private void choices(String path, List<String> codes, String words) {
    if (!settings.isReadable() || settings.values(path).isEmpty()) {
      return;
    }
    CheckboxGroup<String> group = group(path, codes, code -> Texts.of(words + code));
    group.setValue(new LinkedHashSet<>(settings.values(path)));
    put(
        group,
        path,
        chosen -> settings.withAll(path, codes.stream().filter(chosen::contains).toList()),
        true);
  }

  private void services() {
    List<String> codes = settings.codes("services");
    if (codes.isEmpty()) {
      return;
    }
    CheckboxGroup<String> group =
        group(
            "services",
            codes,
            code -> settings.value("services[" + code + "].title.zh").orElse(code));
    Set<String> open = new LinkedHashSet<>();
    for (String code : codes) {
      if (settings.value(enabled(code)).filter("true"::equals).isPresent()) {
        open.add(code);
      }
    }
    group.setValue(open);
    put(
        group,
        "services",
        chosen -> {
          SettingsText changedText = settings;
          for (String code : codes) {
            if (changedText.value(enabled(code)).isPresent()) {
              changedText = changedText.withPlain(enabled(code), chosen.contains(code));
            }
          }
          return changedText;
        },
        true);
  }

  private static String enabled(String code) {
    return "services[" + code + "].enabled";
  }

  private void approval(String value) {
    Checkbox box = new Checkbox(label("profileApprovalRequired"), value.equals("true"));
    put(
        box,
        "profileApprovalRequired",
        on -> settings.withPlain("profileApprovalRequired", on),
        true);
  }

  private CheckboxGroup<String> group(
      String path, List<String> codes, ItemLabelGenerator<String> words) {
    CheckboxGroup<String> group = new CheckboxGroup<>(label(path));
    group.setItems(new ArrayList<>(codes));
    group.setItemLabelGenerator(words);
    group.addClassName("wide");
    return group;
  }

  /** An emptied field leaves the setting as it is: the text below can take it out. */
  private <T> void put(
      AbstractField<?, T> field, String path, Function<T, SettingsText> change, boolean usable) {
    field.getElement().setAttribute("data-setting", path);
    field.setReadOnly(!usable);
    field.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null && !isBlank(event.getValue())) {
            apply(text -> change.apply(event.getValue()));
          }
        });
    byPath.put(path, field);
    fields.add(field);
  }

  private static boolean isBlank(Object value) {
    return value instanceof String text && text.isBlank();
  }

  private void apply(UnaryOperator<SettingsText> change) {
    settings = change.apply(settings);
    rest.replace(settings.text());
    changed.accept(settings.text());
  }

  private void typed(String yaml) {
    settings = SettingsText.of(yaml);
    if (settings.isReadable()) {
      fill();
    }
    changed.accept(yaml);
  }

  private static String label(String path) {
    return Texts.of("policy.setting." + path);
  }

  @Override
  public void content(Consumer<String> then) {
    rest.content(then);
  }

  @Override
  public void show(List<PolicyFinding> findings) {
    rest.show(findings);
    byPath.forEach(
        (path, field) -> {
          if (field instanceof HasValidation validated) {
            String fault =
                findings.stream()
                    .filter(found -> found.isError() && found.element().equals(path))
                    .map(FindingList::message)
                    .findFirst()
                    .orElse("");
            validated.setInvalid(!fault.isEmpty());
            validated.setErrorMessage(fault);
          }
        });
  }

  @Override
  public void select(String element) {
    if (byPath.get(element) instanceof Focusable<?> field) {
      field.focus();
    } else {
      rest.select(element);
    }
  }
}
