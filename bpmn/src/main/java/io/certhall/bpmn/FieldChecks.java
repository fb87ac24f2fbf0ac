package io.certhall.bpmn;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code fields} of {@code hall.yaml}: whether each can be asked and answered. */
final class FieldChecks {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final int MOST_CHARACTERS = 1000;

  private final HallSettings settings;
  private final ServiceChecks.Report error;

  FieldChecks(HallSettings settings, ServiceChecks.Report error) {
    this.settings = settings;
    this.error = error;
  }

  void run() {
    Set<String> codes = new HashSet<>();
    for (HallField field : settings.fields()) {
      String path = "fields." + field.code();
      if (!codes.add(field.code())) {
        error.tell("fields", "CODE_TWICE", "重复：" + field.code(), "given twice: " + field.code());
      }
      code(path, field.code());
      List<String> services =
          settings.services().stream().map(HallSettings.ServiceOffer::code).toList();
      known(path + ".services", field.services(), services);
      known(path + ".holders", field.holders(), settings.holders());
      options(path, field);
      if (field.longest() < 1 || field.longest() > MOST_CHARACTERS) {
        error.tell(
            path + ".longest",
            "VALUE_RANGE",
            "应在1到" + MOST_CHARACTERS + "之间",
            "must be from 1 to " + MOST_CHARACTERS);
      }
    }
  }

  private void options(String path, HallField field) {
    if (field.kind().isChosen() == field.options().isEmpty()) {
      error.tell(
          path + ".options",
          "OPTIONS_MISPLACED",
          "CHOICE 和 CHOICES 须有选项，其他类型不能有",
          "CHOICE and CHOICES need options, other kinds have none");
    }
    Set<String> codes = new HashSet<>();
    for (HallField.Option option : field.options()) {
      code(path + ".options", option.code());
      if (!codes.add(option.code())) {
        error.tell(
            path + ".options",
            "CODE_TWICE",
            "重复：" + option.code(),
            "given twice: " + option.code());
      }
    }
    String preset = field.preset();
    if (preset != null && field.kind().isChosen() && field.option(preset).isEmpty()) {
      error.tell(path + ".preset", "WORD_UNKNOWN", "不在选项中：" + preset, "no option: " + preset);
    }
  }

  private void code(String path, String code) {
    if (!CODE.matcher(code).matches()) {
      error.tell(path, "VALUE_INVALID", "代码应为大写字母、数字和下划线：" + code, "not a code: " + code);
    }
  }

  private void known(String path, List<String> given, List<String> known) {
    for (String word : given) {
      if (!known.contains(word)) {
        error.tell(
            path,
            "WORD_UNKNOWN",
            "不认识：" + word + "，可用：" + String.join("、", known),
            "unknown: " + word + "; one of " + String.join(", ", known));
      }
    }
  }
}
