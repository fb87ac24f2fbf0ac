package io.certhall.backoffice.incident.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.certhall.backoffice.diagram.TimeSpent;
import io.certhall.backoffice.security.CurrentActor;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.Card;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.MainLayout;
import io.certhall.backoffice.shell.Page;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.StatusBadge;
import io.certhall.backoffice.shell.StatusBadge.Tone;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.shell.Times;
import io.certhall.backoffice.task.ui.StaffOrderView;
import io.certhall.processes.incident.Incidents;
import io.certhall.processes.incident.Incidents.Incident;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.sweep.FindingKind;
import io.certhall.processes.sweep.OrderFinding;
import io.certhall.processes.sweep.OrderSweep;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs that were given up, and orders that stand still. */
@Route(value = "admin/incidents", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "MANAGER", "AUDITOR"})
@StyleSheet("staff.css")
public class IncidentsView extends Page {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;

  private final transient Actor actor;
  private final transient Incidents incidents;
  private final transient OrderSweep sweep;
  private final transient Clock clock;
  private final boolean mends;
  private final Checkbox all = new Checkbox(Texts.of("staff.incident.all"));
  private final Div body = new Div();

  IncidentsView(CurrentActor actor, Incidents incidents, OrderSweep sweep, Clock clock) {
    super(Texts.of("staff.incident.title"));
    this.actor = actor.get();
    this.incidents = incidents;
    this.sweep = sweep;
    this.clock = clock;
    this.mends = this.actor.has(Role.ADMIN) || this.actor.has(Role.MANAGER);
    setLead(Texts.of("staff.incident.lead"));
    addAction(all, ActionButton.tertiary(Texts.of("shell.refresh"), this::refresh));
    all.addValueChangeListener(change -> refresh());
    body.addClassName("stack");
    add(body);
    refresh();
  }

  private void refresh() {
    body.removeAll();
    List<Incident> jobs = incidents.list(actor, !all.getValue(), MOST);
    List<OrderFinding> findings = sweep.list(actor, !all.getValue(), MOST);
    if (jobs.isEmpty() && findings.isEmpty()) {
      body.add(
          new EmptyState(
              VaadinIcon.CHECK_CIRCLE_O,
              Texts.of("staff.incident.none"),
              Texts.of("staff.incident.noneText")));
      return;
    }
    if (!jobs.isEmpty()) {
      Card card = new Card(Texts.of("staff.incident.jobs", jobs.size()));
      jobs.forEach(job -> card.add(row(job)));
      body.add(card);
    }
    if (!findings.isEmpty()) {
      Card card = new Card(Texts.of("staff.incident.findings", findings.size()));
      findings.forEach(finding -> card.add(row(finding)));
      body.add(card);
    }
  }

  private Div row(Incident job) {
    boolean open = job.state().equals("OPEN");
    Span what = new Span(Texts.of("staff.incident.job", job.jobType(), job.elementId()));
    what.addClassName("work-subject");
    Span cause = new Span(job.message());
    cause.addClassNames("incident-cause", "mono");
    Div row = line(what, job.orderNo());
    row.add(cause, since(Times.second(job.createdAt()), age(job)));
    if (!open) {
      row.add(
          new StatusBadge(
              Texts.of("staff.incident.retried", String.valueOf(job.resolvedBy())), Tone.DONE));
    } else if (mends) {
      row.add(
          ActionButton.primary(
              Texts.of("staff.incident.retry"),
              () -> {
                incidents.retry(actor, job.id());
                Refusals.showSuccess(Texts.of("staff.incident.retryDone"));
                refresh();
              }));
    }
    return row;
  }

  private String age(Incident job) {
    return TimeSpent.words(Duration.between(job.createdAt(), clock.instant()));
  }

  private Div row(OrderFinding finding) {
    Span what = new Span(Texts.of(finding.kind()));
    what.addClassName("work-subject");
    Div row = line(what, finding.orderNo());
    Span todo = new Span(Texts.of("FindingKind." + finding.kind() + ".text", finding.repairs()));
    row.add(
        todo,
        since(
            Times.second(finding.foundAt()),
            TimeSpent.words(Duration.between(finding.foundAt(), clock.instant()))));
    if (!finding.isOpen()) {
      row.add(
          new StatusBadge(
              Texts.of("staff.incident.gone", Times.minute(finding.goneAt())), Tone.DONE));
    } else if (mends && finding.kind() == FindingKind.COMMAND_PARKED) {
      row.add(
          ActionButton.primary(
              Texts.of("staff.incident.release"),
              () -> {
                sweep.release(actor, finding.orderNo());
                Refusals.showSuccess(Texts.of("staff.incident.retryDone"));
                refresh();
              }));
    }
    return row;
  }

  private static Div line(Span what, @Nullable String orderNo) {
    Div row = new Div(what);
    row.addClassName("incident-row");
    if (orderNo != null) {
      RouterLink link = new RouterLink(orderNo, StaffOrderView.class, orderNo);
      link.addClassNames("num", "small");
      row.add(link);
    }
    return row;
  }

  private static Span since(String at, String age) {
    Span since = new Span(Texts.of("staff.incident.since", at, age));
    since.addClassNames("muted", "small");
    return since;
  }
}
