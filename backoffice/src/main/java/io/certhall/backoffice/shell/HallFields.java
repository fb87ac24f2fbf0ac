package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import io.certhall.bpmn.HallField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the hall asks of its own: one input for each field, by its kind. */
public class HallFields extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Supplier<List<String>>> inputs = new LinkedHashMap<>();
  private final transient FieldErrors errors;

  public HallFields(FieldErrors errors, List<HallField> fields, Map<String, List<String>> answers) {
    this.errors = errors;
    addClassName("fields");
    for (HallField field : fields) {
      List<String> given = answers.getOrDefault(field.code(), List.of());
      String preset = field.preset();
      List<String> shown = given.isEmpty() && preset != null ? List.of(preset) : given;
      Component input = input(field, shown);
      if (field.kind() == HallField.Kind.LONG_TEXT || field.kind() == HallField.Kind.CHOICES) {
        input.addClassName("wide");
      }
      if (input instanceof HasValue<?, ?> value) {
        value.setRequiredIndicatorVisible(field.required());
      }
      add(input);
    }
  }

  public Map<String, List<String>> answers() {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    inputs.forEach(
        (code, answer) -> {
          List<String> given = answer.get();
          if (!given.isEmpty()) {
            answers.put(code, given);
          }
        });
    return answers;
  }

  private Component input(HallField field, List<String> shown) {
    return switch (field.kind()) {
      case CHOICE -> choice(field, shown);
      case CHOICES -> choices(field, shown);
      case DATE -> date(field, shown);
      case LONG_TEXT -> text(field, new TextArea(), shown);
      case TEXT, NUMBER, PHONE, EMAIL -> text(field, new TextField(), shown);
    };
  }

  private <F extends TextFieldBase<F, String>> F text(
      HallField field, F input, List<String> shown) {
    input.setLabel(Texts.of(field.label()));
    input.setHelperText(help(field));
    if (input instanceof TextField line) {
      line.setMaxLength(field.longest());
    } else if (input instanceof TextArea area) {
      area.setMaxLength(field.longest());
    }
    input.setValue(shown.isEmpty() ? "" : shown.getFirst());
    errors.bind(path(field), input);
    keep(field, () -> input.getValue().isBlank() ? List.of() : List.of(input.getValue().strip()));
    return input;
  }

  private Component choice(HallField field, List<String> shown) {
    Select<HallField.Option> input = new Select<>();
    input.setLabel(Texts.of(field.label()));
    input.setHelperText(help(field));
    input.setItems(field.options());
    input.setItemLabelGenerator(option -> option == null ? "" : Texts.of(option.label()));
    input.setPlaceholder(Texts.of("draft.choose"));
    input.setEmptySelectionAllowed(!field.required());
    shown.stream().findFirst().flatMap(field::option).ifPresent(input::setValue);
    input.setReadOnly(field.required() && field.options().size() == 1 && !input.isEmpty());
    errors.bind(path(field), input);
    keep(field, () -> input.isEmpty() ? List.of() : List.of(input.getValue().code()));
    return input;
  }

  private Component choices(HallField field, List<String> shown) {
    CheckboxGroup<HallField.Option> input = new CheckboxGroup<>(Texts.of(field.label()));
    input.setHelperText(help(field));
    input.setItems(field.options());
    input.setItemLabelGenerator(option -> Texts.of(option.label()));
    input.select(shown.stream().flatMap(code -> field.option(code).stream()).toList());
    errors.bind(path(field), input);
    keep(
        field,
        () ->
            field.options().stream()
                .filter(input::isSelected)
                .map(HallField.Option::code)
                .toList());
    return input;
  }

  private Component date(HallField field, List<String> shown) {
    DatePicker input = new DatePicker(Texts.of(field.label()));
    input.setLocale(Texts.locale());
    input.setHelperText(help(field));
    input.setValue(shown.isEmpty() ? null : day(shown.getFirst()));
    errors.bind(path(field), input);
    keep(field, () -> input.isEmpty() ? List.of() : List.of(input.getValue().toString()));
    return input;
  }

  private void keep(HallField field, Supplier<List<String>> answer) {
    inputs.put(field.code(), answer);
  }

  private static String path(HallField field) {
    return "answers." + field.code();
  }

  private static @Nullable String help(HallField field) {
    return field.help() == null ? null : Texts.of(field.help());
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
