package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.ErrorSummary;
import io.certhall.backoffice.shell.Texts;
import io.certhall.bpmn.HallSettings;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.refusal.Problem;
import java.util.List;
import java.util.function.Consumer;

/** All answers on one page, each with a way back to change it. */
class CheckStep implements DraftStep {

  private final Div content = new Div();
  private final ErrorSummary summary = new ErrorSummary();
  private final HallSettings hall;
  private final Consumer<String> repair;

  /**
   * @param repair leads to the field of a problem's path
   */
  CheckStep(HallSettings hall, List<Card> sections, Consumer<String> repair) {
    this.hall = hall;
    this.repair = repair;
    content.addClassName("stack");
    content.add(summary);
    sections.forEach(content::add);
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
    summary.show(
        Texts.of("draft.obstacles"),
        problems.stream()
            .map(
                problem ->
                    new ErrorSummary.Line(
                        ProblemLabels.describe(hall, problem), () -> repair.accept(problem.path())))
            .toList());
  }

  @Override
  public void focus(String path) {
    repair.accept(path);
  }
}
