package io.certhall.backoffice.production.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.certhall.backoffice.key.KeyAgentPort;
import io.certhall.backoffice.key.KeyChoice;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.task.ui.DeskRow;
import io.certhall.backoffice.task.ui.TaskMarks;
import io.certhall.processes.issuance.RemoteDesk;
import io.certhall.processes.order.OrderForm;
import io.certhall.processes.order.OrderForm.AgentForm;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.task.query.TaskRow;
import java.time.Instant;
import java.util.List;

/** One session: whom to call, why, and what came out of it. */
final class RemoteRow extends DeskRow {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 1000;

  /** Ends a session; throws {@link Refusal} with words for the producer. */
  interface Finishing {
    void finish(TaskRow task, boolean done, String note);
  }

  private final transient TaskRow task;
  private final transient Finishing finishing;
  private final TextField note = new TextField(Texts.of("desk.remoteNote"));

  RemoteRow(
      TaskRow task,
      OrderForm.Contact contact,
      List<RemoteDesk.Session> before,
      Instant now,
      Finishing finishing,
      RemoteHelp help) {
    this.task = task;
    this.finishing = finishing;
    note.setMaxLength(LONGEST);
    note.setManualValidation(true);
    Div work =
        new Div(
            note,
            ActionButton.primary(Texts.of("desk.remoteDoneButton"), () -> finish(true)),
            new ActionButton(Texts.of("desk.remoteFailedButton"), () -> finish(false)));
    work.addClassName("desk-work");
    add(facts(contact, before, now), work, withAgent(help));
  }

  private Div withAgent(RemoteHelp help) {
    KeyAgentPort agent = help.port();
    KeyChoice choice = new KeyChoice();
    boolean unlocks = "UNLOCK".equals(task.service());
    ActionButton act =
        new ActionButton(
            Texts.of(unlocks ? "agent.unlockButton" : "agent.writeKey"),
            () -> {
              if (unlocks) {
                help.unlock(agent, choice, task.id(), () -> told("agent.unlocked"));
              } else {
                help.write(agent, choice, task.id(), () -> told("agent.sessionWritten"));
              }
            });
    return new Div(act, agent, choice);
  }

  /** The note says it already; staff still end the session themselves. */
  private void told(String what) {
    note.setValue(Texts.of(what));
    Refusals.showSuccess(Texts.of(what));
  }

  @Override
  public void begin() {
    note.focus();
  }

  private Div facts(OrderForm.Contact contact, List<RemoteDesk.Session> before, Instant now) {
    Span title = new Span(task.subject());
    title.addClassName("work-subject");
    Span what = new Span(TaskMarks.service(task.service()));
    AgentForm agent = contact.agent();
    Span whom =
        new Span(
            agent == null
                ? "—"
                : Texts.of(
                    "desk.call", String.valueOf(agent.name()), String.valueOf(agent.phone())));
    Span number = new Span(String.valueOf(task.orderNo()));
    number.addClassNames("muted", "small", "num");
    Div marks = new Div(number, TaskMarks.age(task.createdAt(), now));
    TaskMarks.due(task.dueAt(), now).ifPresent(marks::add);
    marks.addClassName("work-marks");
    Div facts = new Div(title, what, whom);
    if (contact.statement() != null && contact.statement().cause() != null) {
      facts.add(new Span(Texts.of(contact.statement().cause())));
    }
    for (RemoteDesk.Session session : before) {
      Span earlier = new Span(Texts.of("desk.session", Times.minute(session.at()), session.note()));
      earlier.addClassNames("muted", "small");
      facts.add(earlier);
    }
    facts.add(marks);
    facts.addClassName("desk-facts");
    return facts;
  }

  private void finish(boolean done) {
    note.setInvalid(false);
    try {
      finishing.finish(task, done, note.getValue());
    } catch (Refusal refused) {
      note.setErrorMessage(Texts.of(refused));
      note.setInvalid(true);
      note.focus();
    }
  }
}
