package io.certhall.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings a refusal to its fields and into the summary; what was typed stays. */
public final class FieldErrors {

  private final ErrorSummary summary;
  private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();

  private final @Nullable Function<Problem, String> describe;

  public FieldErrors(ErrorSummary summary) {
    this(summary, null);
  }

  /**
   * @param describe the line of the summary, where labels alone don't tell fields apart
   */
  public FieldErrors(ErrorSummary summary, @Nullable Function<Problem, String> describe) {
    this.summary = summary;
    this.describe = describe;
  }

  /** Names the field that {@code path} of a problem means. */
  public <F extends Component & HasValidationProperties> F bind(String path, F field) {
    fields.put(path, field);
    if (field instanceof com.vaadin.flow.component.HasValidation manual) {
      manual.setManualValidation(true);
    }
    return field;
  }

  public void unbind(String path) {
    fields.remove(path);
  }

  public void show(Refusal refused) {
    show(refused.problems());
  }

  public void show(List<Problem> problems) {
    clear();
    for (Problem problem : problems) {
      mark(problem.path(), Texts.of(problem));
    }
    summary.show(problems.stream().map(this::line).toList());
  }

  /** Marks one field, or takes the mark away. */
  public void mark(String path, @Nullable String message) {
    HasValidationProperties field = fields.get(path);
    if (field != null) {
      field.setErrorMessage(message == null ? "" : message);
      field.setInvalid(message != null);
    }
  }

  /** Puts the focus into the field that {@code path} means, if there is one. */
  public void focus(String path) {
    if (fields.get(path) instanceof Component component) {
      ErrorSummary.bringIntoView(component);
    }
  }

  public boolean knows(String path) {
    return fields.containsKey(path);
  }

  public void clear() {
    fields.values().forEach(field -> field.setInvalid(false));
    summary.clear();
  }

  private ErrorSummary.Line line(Problem problem) {
    HasValidationProperties field = fields.get(problem.path());
    String text = describe == null ? Texts.of(problem) : describe.apply(problem);
    if (!(field instanceof Component component)) {
      return new ErrorSummary.Line(text, null);
    }
    String label =
        describe == null && component instanceof HasLabel labelled ? labelled.getLabel() : null;
    return new ErrorSummary.Line(
        label == null || label.isBlank() ? text : Texts.of("shell.fieldError", label, text),
        () -> ErrorSummary.bringIntoView(component));
  }
}
