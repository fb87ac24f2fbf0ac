package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.query.TaskRow;
import org.jspecify.annotations.Nullable;

/** Takes a desk's task in hand or puts it back; made anew only when that changes. */
final class DeskClaim extends Div {

  private static final long serialVersionUID = 1L;

  private boolean shown;
  private @Nullable Long assignee;

  DeskClaim() {
    addClassNames("desk-claim", "small");
  }

  void show(TaskRow task, Actor actor, Runnable claim, Runnable release) {
    Long now = task.assigneeId();
    if (shown && java.util.Objects.equals(assignee, now)) {
      return;
    }
    shown = true;
    assignee = now;
    removeAll();
    if (now == null) {
      add(small(ActionButton.tertiary(Texts.of("staff.work.claim"), claim)));
      return;
    }
    add(new Span(Texts.of("desk.inHand", TaskMarks.assignee(actor, now, task.assigneeName()))));
    if (now == actor.accountId() || actor.has(Role.ADMIN)) {
      add(small(ActionButton.tertiary(Texts.of("staff.work.release"), release)));
    }
  }

  private static ActionButton small(ActionButton button) {
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }
}
