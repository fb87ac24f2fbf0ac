package io.certhall.backoffice.shell;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/** The big steps of something, and how far it is. */
public class Stepper extends OrderedList {

  private static final long serialVersionUID = 1L;

  /** How far one step is; each is a CSS class. */
  public enum Progress {
    DONE,
    CURRENT,
    WRONG,
    AHEAD
  }

  /**
   * One step.
   *
   * @param detail a time or a remark below the label; may be empty
   */
  public record Step(String label, Progress progress, String detail) {}

  public Stepper(List<Step> steps) {
    addClassName("stepper");
    for (int i = 0; i < steps.size(); i++) {
      add(item(i + 1, steps.get(i)));
    }
  }

  private static ListItem item(int number, Step step) {
    boolean done = step.progress() == Progress.DONE;
    Span mark = new Span(done ? "✓" : Integer.toString(number));
    mark.addClassName("step-mark");
    mark.getElement().setAttribute("aria-hidden", "true");
    Span label = new Span(step.label());
    label.addClassName("step-label");
    ListItem item = new ListItem(mark, label);
    item.addClassNames("step", "step-" + step.progress().name().toLowerCase(Locale.ROOT));
    if (!step.detail().isEmpty()) {
      Span detail = new Span(step.detail());
      detail.addClassName("step-detail");
      item.add(detail);
    }
    if (step.progress() == Progress.CURRENT || step.progress() == Progress.WRONG) {
      item.getElement().setAttribute("aria-current", "step");
    }
    return item;
  }
}
