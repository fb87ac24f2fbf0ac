package io.certhall.backoffice.home.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.ui.TaskMarks;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import io.certhall.processes.task.query.TaskRow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a member of staff should do next, whichever list it is in. */
@org.springframework.stereotype.Component
class NextTasks {

  private static final int MOST = 8;

  private final TaskQuery query;
  private final HumanTasks tasks;
  private final Clock clock;

  NextTasks(TaskQuery query, HumanTasks tasks, Clock clock) {
    this.query = query;
    this.tasks = tasks;
    this.clock = clock;
  }

  Optional<Card> card(Actor actor) {
    List<TaskRow> next = query.next(actor, MOST);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Div rows = new Div();
    rows.addClassName("rows");
    next.forEach(task -> rows.add(row(actor, task, now)));
    return Optional.of(new NextCard(rows));
  }

  /** Carries the style sheet of the staff pages, whose marks it shows. */
  @StyleSheet("staff.css")
  private static final class NextCard extends Card {

    private static final long serialVersionUID = 1L;

    NextCard(Div rows) {
      super(Texts.of("home.next"), rows);
    }
  }

  private Div row(Actor actor, TaskRow task, Instant now) {
    Span subject = new Span(task.subject());
    subject.addClassName("row-title");
    Span facts = new Span(facts(task));
    facts.addClassNames("muted", "small");
    Div marks = new Div(TaskMarks.age(task.createdAt(), now));
    TaskMarks.due(task.dueAt(), now).ifPresent(marks::add);
    marks.addClassName("work-marks");
    Div words = new Div(subject, facts, marks);
    words.addClassName("row-words");
    boolean mine = task.assigneeId() != null && task.assigneeId() == actor.accountId();
    ActionButton handle =
        ActionButton.tertiary(
            Texts.of(mine ? "staff.work.continue" : "staff.work.handle"), () -> open(actor, task));
    handle.addThemeVariants(ButtonVariant.LUMO_SMALL);
    Div row = new Div(words, handle);
    row.addClassName("row");
    return row;
  }

  private static String facts(TaskRow task) {
    String kind = Texts.of("home.queue." + task.queue().code());
    return task.orderNo() == null
        ? kind
        : kind + " · " + TaskMarks.service(task.service()) + " · " + task.orderNo();
  }

  /** Desks work through a list; the others have a page for each task. */
  private void open(Actor actor, TaskRow task) {
    String list = "work/" + (task.queue() == TaskQueue.PROFILE ? "profiles" : task.queue().code());
    switch (task.queue()) {
      case PROFILE, REVIEW, FINANCE -> {
        tasks.claim(actor, task.id());
        UI.getCurrent().navigate(list + "/" + task.id());
      }
      default -> UI.getCurrent().navigate(list);
    }
  }
}
