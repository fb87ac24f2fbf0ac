package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import io.certhall.backoffice.shell.ActionButton;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.NarrowScreen;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.WorkPulse;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import io.certhall.processes.task.query.TaskRow;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open tasks of one queue, oldest first; kept fresh while it is on the screen. */
@StyleSheet("staff.css")
public final class WorkList extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Parts parts;
  private final transient Actor actor;
  private final TaskQueue queue;
  private final transient Consumer<TaskRow> open;
  private final WorkFilter filter;
  private final transient TaskRows rows;
  private final Grid<TaskRow> grid = new Grid<>();
  private final EmptyState empty;
  private @Nullable Registration pulse;

  /** What every work list needs of the hall. */
  @org.springframework.stereotype.Component
  public record Parts(
      TaskQuery query,
      HumanTasks tasks,
      PublishedPolicies policies,
      WorkPulse pulse,
      Clock clock) {}

  /**
   * @param open takes a task in hand that was just claimed for the actor
   */
  public WorkList(Parts parts, Actor actor, TaskQueue queue, Consumer<TaskRow> open) {
    this.parts = parts;
    this.actor = actor;
    this.queue = queue;
    this.open = open;
    this.filter = new WorkFilter(queue, parts.policies(), this::refresh);
    this.rows = new TaskRows(parts.query(), actor, filter.filter());
    this.empty =
        new EmptyState(
            VaadinIcon.CHECK_CIRCLE_O,
            Texts.of("staff.work.nothing"),
            Texts.of("staff.work.nothingText"));
    addClassName("work-list");
    addColumns();
    grid.setDataProvider(rows);
    grid.setAllRowsVisible(false);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
    grid.addClassName("work-grid");
    add(filter, grid, empty);
    refresh();
  }

  public void refresh() {
    rows.show(filter.filter());
    int count = parts.query().count(actor, filter.filter());
    filter.showCount(count);
    grid.setVisible(count > 0);
    empty.setVisible(count == 0);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    pulse = parts.pulse().follow(event.getUI(), Set.of(queue), this::refresh);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (pulse != null) {
      pulse.remove();
    }
  }

  private void addColumns() {
    Grid.Column<TaskRow> compact =
        grid.addComponentColumn(this::compact).setHeader(Texts.of("staff.work.task"));
    List<Grid.Column<TaskRow>> wide =
        List.of(
            grid.addColumn(row -> number(row))
                .setHeader(
                    Texts.of(queue == TaskQueue.PROFILE ? "staff.work.number" : "staff.work.order"))
                .setAutoWidth(true)
                .setFlexGrow(0),
            grid.addColumn(TaskRow::subject)
                .setHeader(Texts.of("staff.work.applicant"))
                .setFlexGrow(3),
            grid.addColumn(row -> TaskMarks.service(row.service()))
                .setHeader(Texts.of("staff.work.service"))
                .setAutoWidth(true)
                .setFlexGrow(0),
            grid.addColumn(TaskRow::round)
                .setHeader(Texts.of("staff.work.round"))
                .setAutoWidth(true)
                .setFlexGrow(0),
            grid.addComponentColumn(this::age)
                .setHeader(Texts.of("staff.work.age"))
                .setAutoWidth(true)
                .setFlexGrow(0),
            grid.addComponentColumn(this::due)
                .setHeader(Texts.of("staff.work.due"))
                .setAutoWidth(true)
                .setFlexGrow(0),
            grid.addColumn(row -> assignee(row))
                .setHeader(Texts.of("staff.work.assignee"))
                .setAutoWidth(true)
                .setFlexGrow(0),
            grid.addComponentColumn(this::actions)
                .setHeader(Texts.of("staff.work.actions"))
                .setAutoWidth(true)
                .setFlexGrow(0));
    compact.setVisible(false);
    NarrowScreen.watch(
        this,
        phone -> {
          compact.setVisible(phone);
          wide.forEach(column -> column.setVisible(!phone));
        });
  }

  private Component age(TaskRow row) {
    return TaskMarks.age(row.createdAt(), parts.clock().instant());
  }

  private Component due(TaskRow row) {
    return TaskMarks.due(row.dueAt(), parts.clock().instant()).orElseGet(() -> new Span("—"));
  }

  private String assignee(TaskRow row) {
    return TaskMarks.assignee(actor, row.assigneeId(), row.assigneeName());
  }

  private static String number(TaskRow row) {
    return row.orderNo() == null ? "#" + row.id() : row.orderNo();
  }

  /** All of a row in one cell, for phones. */
  private Component compact(TaskRow row) {
    Span subject = new Span(row.subject());
    subject.addClassName("work-subject");
    Span facts =
        new Span(number(row) + " · " + TaskMarks.service(row.service()) + " · " + assignee(row));
    facts.addClassNames("muted", "small");
    Div marks = new Div(TaskMarks.age(row.createdAt(), parts.clock().instant()));
    TaskMarks.due(row.dueAt(), parts.clock().instant()).ifPresent(marks::add);
    marks.addClassName("work-marks");
    Div cell = new Div(subject, facts, marks, actions(row));
    cell.addClassName("work-compact");
    return cell;
  }

  private Component actions(TaskRow row) {
    Div actions = new Div();
    actions.addClassName("work-actions");
    boolean mine = row.assigneeId() != null && row.assigneeId() == actor.accountId();
    if (row.assigneeId() == null || mine) {
      ActionButton handle =
          ActionButton.primary(
              Texts.of(mine ? "staff.work.continue" : "staff.work.handle"),
              () -> {
                parts.tasks().claim(actor, row.id());
                open.accept(row);
              });
      handle.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_SMALL);
      actions.add(handle);
    }
    if (mine || (row.assigneeId() != null && actor.has(Role.ADMIN))) {
      ActionButton release =
          ActionButton.tertiary(
              Texts.of("staff.work.release"),
              () -> {
                parts.tasks().release(actor, row.id());
                refresh();
              });
      release.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_SMALL);
      actions.add(release);
    }
    if (row.assigneeId() == null) {
      ActionButton claim =
          ActionButton.tertiary(
              Texts.of("staff.work.claim"),
              () -> {
                parts.tasks().claim(actor, row.id());
                refresh();
              });
      claim.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.LUMO_SMALL);
      actions.add(claim);
    }
    return actions;
  }
}
