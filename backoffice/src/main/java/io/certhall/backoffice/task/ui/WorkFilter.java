package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.certhall.backoffice.shell.FilterChoice;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a work list shows: text, hall, only one's own; and how many that are. */
public final class WorkFilter extends Div {

  private static final long serialVersionUID = 1L;

  private final TaskQueue queue;
  private final TextField text = new TextField();
  private final FilterChoice<PublishedPolicy> hall;
  private final Checkbox mine = new Checkbox(Texts.of("staff.work.mine"));
  private final Span count = new Span();

  public WorkFilter(TaskQueue queue, PublishedPolicies policies, Runnable changed) {
    this.queue = queue;
    addClassName("work-filter");
    text.setPlaceholder(Texts.of("staff.work.find"));
    text.setAriaLabel(Texts.of("staff.work.find"));
    text.setPrefixComponent(VaadinIcon.SEARCH.create());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> changed.run());
    mine.addValueChangeListener(change -> changed.run());
    add(text);
    List<PublishedPolicy> halls = policies.active();
    hall =
        new FilterChoice<>(
            Texts.of("staff.work.hall"),
            Texts.of("staff.work.allHalls"),
            halls,
            policy -> Texts.of(policy.settings().shortName()));
    if (halls.size() > 1) {
      hall.addValueChangeListener(change -> changed.run());
      add(hall);
    }
    count.addClassNames("muted", "small", "filter-count");
    add(mine, count);
  }

  public TaskQuery.Filter filter() {
    PublishedPolicy chosen = hall.getValue();
    return new TaskQuery.Filter(
        queue, chosen == null ? null : chosen.hall(), null, mine.getValue(), orNull());
  }

  /** For desks: what is finished in the list is not claimed first. */
  WorkFilter withoutMine() {
    mine.setVisible(false);
    return this;
  }

  public void showCount(int number) {
    count.setText(Texts.of("shell.count", number));
  }

  /** Puts the cursor where a scanner types an order number. */
  public void focus() {
    text.focus();
  }

  private @Nullable String orNull() {
    String wanted = text.getValue().strip();
    return wanted.isEmpty() ? null : wanted;
  }
}
