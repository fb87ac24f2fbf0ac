package io.certhall.backoffice.order.ui;

import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.refusal.Problem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the fields of an order's form by their paths. */
final class ProblemLabels {

  private static final Pattern ITEM = Pattern.compile("items\\[(\\d+)](?:\\.(\\w+))?.*");
  private static final Map<String, String> ITEM_FIELDS =
      Map.of(
          "type", "draft.item.type",
          "personId", "draft.item.person",
          "years", "draft.item.years",
          "seals", "draft.item.seals");

  private ProblemLabels() {}

  /** The field's name and what is wrong with it. */
  static String describe(HallSettings hall, Problem problem) {
    String label =
        hall.fields().stream()
            .filter(field -> problem.path().equals("answers." + field.code()))
            .map(field -> Texts.of(field.label()))
            .findFirst()
            .orElseGet(() -> label(problem.path()));
    String text = Texts.of(problem);
    return label.isEmpty() ? text : Texts.of("shell.fieldError", label, text);
  }

  static String describe(Problem problem) {
    String label = label(problem.path());
    String text = Texts.of(problem);
    return label.isEmpty() ? text : Texts.of("shell.fieldError", label, text);
  }

  /** Empty for paths that name no field of the form. */
  static String label(String path) {
    Matcher item = ITEM.matcher(path);
    if (item.matches()) {
      String number = Texts.of("draft.item.number", Integer.parseInt(item.group(1)) + 1);
      String field = item.group(2) == null ? null : ITEM_FIELDS.get(item.group(2));
      return field == null ? number : number + " " + Texts.of(field);
    }
    if (path.equals("change.kinds")) {
      return Texts.of("change.what");
    }
    if (path.startsWith("change.") || path.startsWith("statement.")) {
      return Texts.of(path);
    }
    return path.startsWith("agent.")
            || path.startsWith("person.")
            || path.startsWith("delivery.")
            || path.startsWith("invoice.")
        ? Texts.of("draft." + path)
        : "";
  }
}
