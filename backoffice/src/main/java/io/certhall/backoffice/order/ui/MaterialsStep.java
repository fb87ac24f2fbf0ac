package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.Notice;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.refusal.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The documents of the application. */
class MaterialsStep implements DraftStep {

  private static final String PREFIX = "materials.";

  private final Div content = new Div();
  private final ErrorSummary summary = new ErrorSummary();
  private final MaterialList list;

  /**
   * @param makeList makes the list, told what to run after each change of a file
   * @param stamps what was found on the sheets
   * @param missing what is missing now
   */
  MaterialsStep(
      Function<Runnable, MaterialList> makeList,
      StampList stamps,
      Supplier<List<Problem>> missing) {
    this.list =
        makeList.apply(
            () -> {
              stamps.refresh();
              if (summary.isVisible()) {
                summary.showQuietly(Texts.of("shell.errors"), lines(missing.get()));
              }
            });
    content.addClassName("stack");
    content.add(
        summary,
        new Notice(Tone.WAITING, Texts.of("material.rulesTitle"), Texts.of("material.rules")),
        new Card(Texts.of("material.title"), list),
        stamps);
  }

  @Override
  public Component content() {
    return content;
  }

  @Override
  public OrderForm fill(OrderForm form) {
    return form;
  }

  @Override
  public void show(List<Problem> problems) {
    summary.show(lines(problems));
  }

  private List<ErrorSummary.Line> lines(List<Problem> problems) {
    return problems.stream()
        .map(problem -> new ErrorSummary.Line(Texts.of(problem), () -> focus(problem.path())))
        .toList();
  }

  @Override
  public void focus(String path) {
    list.bringIntoView(path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path);
  }
}
