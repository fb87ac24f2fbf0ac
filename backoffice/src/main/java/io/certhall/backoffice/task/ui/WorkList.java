package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.shared.Registration;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.NarrowScreen;
import io.certhall.backoffice.shell.Refusals;
import io.certhall.backoffice.shell.Texts;
import io.certhall.backoffice.task.WorkPulse;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import io.certhall.processes.task.query.TaskRow;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The open tasks of one queue, oldest first; kept fresh while it is on the screen. */
@StyleSheet("staff.css")
@Uses(Button.class)
public final class WorkList extends Div {

  private static final long serialVersionUID = 1L;

  /** Key of the column with the buttons; their names are handle, release and claim. */
  static final String ACTIONS = "actions";

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
    grid.addColumn(row -> number(row))
        .setHeader(Texts.of(queue == TaskQueue.PROFILE ? "staff.work.number" : "staff.work.order"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(TaskRow::subject).setHeader(Texts.of("staff.work.applicant")).setFlexGrow(3);
    grid.addColumn(row -> TaskMarks.service(row.service()))
        .setHeader(Texts.of("staff.work.service"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(TaskRow::round)
        .setHeader(Texts.of("staff.work.round"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(this::age)
        .setHeader(Texts.of("staff.work.age"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(this::due)
        .setHeader(Texts.of("staff.work.due"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(row -> assignee(row))
        .setHeader(Texts.of("staff.work.assignee"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(actions())
        .setHeader(Texts.of("staff.work.actions"))
        .setKey(ACTIONS)
        .setAutoWidth(true)
        .setFlexGrow(0);
    NarrowScreen.swap(grid, compact, column -> ACTIONS.equals(column.getKey()));
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

  /** All of a row but its buttons in one cell, for phones. */
  private Component compact(TaskRow row) {
    Span subject = new Span(row.subject());
    subject.addClassName("work-subject");
    Span facts =
        new Span(number(row) + " · " + TaskMarks.service(row.service()) + " · " + assignee(row));
    facts.addClassNames("muted", "small");
    Div marks = new Div(TaskMarks.age(row.createdAt(), parts.clock().instant()));
    TaskMarks.due(row.dueAt(), parts.clock().instant()).ifPresent(marks::add);
    marks.addClassName("work-marks");
    Div cell = new Div(subject, facts, marks);
    cell.addClassName("work-compact");
    return cell;
  }

  /** Where a row's buttons are kept apart from what a refresh draws again. */
  private LitRenderer<TaskRow> actions() {
    return LitRenderer.<TaskRow>of(
            """
            <div class="work-actions">
              ${item.handle ? html`<vaadin-button theme="primary small" @click="${handle}">${item.handle}</vaadin-button>` : ''}
              ${item.release ? html`<vaadin-button theme="tertiary small" @click="${release}">${item.release}</vaadin-button>` : ''}
              ${item.claim ? html`<vaadin-button theme="tertiary small" @click="${claim}">${item.claim}</vaadin-button>` : ''}
            </div>
            """)
        .withProperty("handle", this::handleLabel)
        .withProperty("release", this::releaseLabel)
        .withProperty("claim", row -> isFree(row) ? Texts.of("staff.work.claim") : "")
        .withFunction("handle", this::handle)
        .withFunction("release", row -> act(() -> parts.tasks().release(actor, row.id())))
        .withFunction("claim", row -> act(() -> parts.tasks().claim(actor, row.id())));
  }

  private String handleLabel(TaskRow row) {
    return isFree(row) || isMine(row)
        ? Texts.of(isMine(row) ? "staff.work.continue" : "staff.work.handle")
        : "";
  }

  private String releaseLabel(TaskRow row) {
    boolean releasable = isMine(row) || (!isFree(row) && actor.has(Role.ADMIN));
    return releasable ? Texts.of("staff.work.release") : "";
  }

  private void handle(TaskRow row) {
    act(
        () -> {
          parts.tasks().claim(actor, row.id());
          open.accept(row);
        });
  }

  /** Somebody else may have been faster: the list then says who. */
  private void act(Runnable action) {
    try {
      action.run();
    } catch (Refusal refused) {
      Refusals.show(refused);
    }
    refresh();
  }

  private static boolean isFree(TaskRow row) {
    return row.assigneeId() == null;
  }

  private boolean isMine(TaskRow row) {
    return row.assigneeId() != null && row.assigneeId() == actor.accountId();
  }
}
