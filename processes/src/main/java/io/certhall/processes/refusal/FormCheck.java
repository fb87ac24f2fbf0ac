package io.certhall.processes.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a form and collects everything that is wrong with them. */
public final class FormCheck {

  private final List<Problem> problems = new ArrayList<>();

  public void refuse(String path, String code, Object... args) {
    problems.add(Problem.of(path, code, args));
  }

  public void refuse(Problem problem) {
    problems.add(problem);
  }

  /** The stripped text; empty, with a problem noted, when there is none. */
  public String text(String path, @Nullable String value, int maxLength) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty()) {
      refuse(path, "FIELD_REQUIRED");
    }
    checkText(path, text, maxLength);
    return text;
  }

  public @Nullable String optionalText(String path, @Nullable String value, int maxLength) {
    String text = value == null ? "" : value.strip();
    checkText(path, text, maxLength);
    return text.isEmpty() ? null : text;
  }

  /**
   * A required value that {@code parser} understands.
   *
   * @param code the problem when it doesn't
   */
  public <T> Optional<T> value(
      String path, @Nullable String text, Function<String, Optional<T>> parser, String code) {
    if (text == null || text.isBlank()) {
      refuse(path, "FIELD_REQUIRED");
      return Optional.empty();
    }
    Optional<T> parsed = parser.apply(text);
    if (parsed.isEmpty()) {
      refuse(path, code);
    }
    return parsed;
  }

  public boolean isClean() {
    return problems.isEmpty();
  }

  public boolean isClean(String path) {
    return problems.stream().noneMatch(problem -> problem.path().equals(path));
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * @throws Refusal RULE with all problems, when there are any
   */
  public void refuseUnlessClean() {
    Refusal.unlessEmpty(RefusalKind.RULE, problems);
  }

  private void checkText(String path, String text, int maxLength) {
    if (text.codePointCount(0, text.length()) > maxLength) {
      refuse(path, "FIELD_TOO_LONG", maxLength);
    }
    if (text.codePoints().anyMatch(FormCheck::isUnprintable)) {
      refuse(path, "FIELD_CHARACTERS");
    }
  }

  private static boolean isUnprintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
