package io.certhall.processes.application;

import io.certhall.processes.refusal.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what a form lacks; every gap is named with its field. */
final class FormGaps {

  static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  static final Pattern ID_NUMBER = Pattern.compile("\\d{17}[\\dX]");

  private final List<Problem> problems = new ArrayList<>();

  List<Problem> problems() {
    return problems;
  }

  void add(String path, String code, Object... args) {
    problems.add(Problem.of(path, code, args));
  }

  void required(String path, @Nullable String value) {
    if (value == null || value.isBlank()) {
      add(path, "FIELD_REQUIRED");
    }
  }

  void matches(String path, @Nullable String value, Pattern pattern, String code) {
    if (value == null || value.isBlank()) {
      add(path, "FIELD_REQUIRED");
    } else if (!pattern.matcher(value).matches()) {
      add(path, code);
    }
  }
}
