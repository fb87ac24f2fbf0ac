package io.certhall.backoffice.task.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import io.certhall.backoffice.shell.EmptyState;
import io.certhall.backoffice.shell.Texts;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.query.TaskQuery;
import io.certhall.processes.task.query.TaskRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A desk: tasks that are finished right in the list. What colleagues do comes in while one works;
 * rows that stay keep what was typed into them.
 */
@StyleSheet("staff.css")
public final class DeskList<R> extends Div {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 20;

  /** Reads the open tasks of the desk, oldest first. */
  public interface Source<R> {
    List<R> page(TaskQuery.Filter filter, long after, int limit);
  }

  private final transient WorkList.Parts parts;
  private final transient Actor actor;
  private final TaskQueue queue;
  private final transient Source<R> source;
  private final transient ToLongFunction<R> taskId;
  private final transient Function<R, DeskRow> row;
  private final transient Map<Long, DeskRow> rows = new LinkedHashMap<>();
  private final WorkFilter filter;
  private final Div holder = new Div();
  private final Button more = new Button(Texts.of("shell.more"));
  private final EmptyState empty =
      new EmptyState(
          VaadinIcon.CHECK_CIRCLE_O,
          Texts.of("staff.work.nothing"),
          Texts.of("staff.work.nothingText"));
  private int limit = PAGE;
  private @Nullable Registration pulse;

  public DeskList(
      WorkList.Parts parts,
      Actor actor,
      TaskQueue queue,
      Source<R> source,
      ToLongFunction<R> taskId,
      Function<R, DeskRow> row) {
    this.parts = parts;
    this.actor = actor;
    this.queue = queue;
    this.source = source;
    this.taskId = taskId;
    this.row = row;
    this.filter = new WorkFilter(queue, parts.policies(), this::refresh).withoutMine();
    addClassName("desk");
    holder.addClassName("desk-rows");
    more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    more.addClickListener(
        click -> {
          limit += PAGE;
          refresh();
        });
    add(filter, holder, more, empty);
    refresh();
  }

  /** Reads again; open rows stay as they are. */
  public void refresh() {
    TaskQuery.Filter wanted = filter.filter();
    Map<Long, R> read = new LinkedHashMap<>();
    source.page(wanted, 0, limit).forEach(r -> read.put(taskId.applyAsLong(r), r));
    rows.entrySet()
        .removeIf(
            entry -> {
              boolean gone = !read.containsKey(entry.getKey());
              if (gone) {
                holder.remove(entry.getValue());
              }
              return gone;
            });
    List<Long> order = new ArrayList<>(read.keySet());
    for (int i = 0; i < order.size(); i++) {
      long id = order.get(i);
      if (!rows.containsKey(id)) {
        DeskRow made = row.apply(read.get(id));
        rows.put(id, made);
        holder.addComponentAtIndex(Math.min(i, holder.getComponentCount()), made);
      }
    }
    showClaims(wanted);
    int count = parts.query().count(actor, wanted);
    filter.showCount(count);
    more.setVisible(count > read.size());
    empty.setVisible(count == 0);
  }

  /** Who has a task in hand, so that two do not work on the same one. */
  private void showClaims(TaskQuery.Filter wanted) {
    for (TaskRow task : parts.query().page(actor, wanted, 0, limit)) {
      DeskRow shown = rows.get(task.id());
      if (shown != null) {
        shown.claim().show(task, actor, () -> claim(task), () -> release(task));
      }
    }
  }

  private void claim(TaskRow task) {
    parts.tasks().claim(actor, task.id());
    refresh();
  }

  private void release(TaskRow task) {
    parts.tasks().release(actor, task.id());
    refresh();
  }

  /** The task is done: its row goes, and work goes on in the next one. */
  public void done(long id) {
    List<Long> order = new ArrayList<>(read());
    int next = order.indexOf(id) + 1;
    DeskRow following = next < order.size() ? rows.get(order.get(next)) : null;
    refresh();
    if (following != null && following.isAttached()) {
      following.begin();
    } else {
      rows.values().stream().findFirst().ifPresentOrElse(DeskRow::begin, filter::focus);
    }
  }

  /** Task ids in the order on the screen. */
  private List<Long> read() {
    return holder
        .getChildren()
        .map(
            child ->
                rows.entrySet().stream()
                    .filter(entry -> entry.getValue() == child)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(0L))
        .toList();
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
}
