package io.certhall.backoffice.task.ui;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.query.TaskQuery;
import io.certhall.processes.task.query.TaskRow;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A work list read page by page: each page is sought by the last key of the one before. */
final class TaskRows extends AbstractBackEndDataProvider<TaskRow, Void> {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST_PAGE = 200;

  private final transient TaskQuery tasks;
  private final transient Actor actor;
  private transient TaskQuery.Filter filter;
  private final transient NavigableMap<Integer, Long> lastKeys = new TreeMap<>();

  TaskRows(TaskQuery tasks, Actor actor, TaskQuery.Filter filter) {
    this.tasks = tasks;
    this.actor = actor;
    this.filter = filter;
    lastKeys.put(0, 0L);
  }

  void show(TaskQuery.Filter wanted) {
    filter = wanted;
    refreshAll();
  }

  @Override
  public void refreshAll() {
    lastKeys.clear();
    lastKeys.put(0, 0L);
    super.refreshAll();
  }

  @Override
  public Object getId(TaskRow row) {
    return row.id();
  }

  @Override
  protected Stream<TaskRow> fetchFromBackEnd(Query<TaskRow, Void> query) {
    int at = lastKeys.floorKey(query.getOffset());
    List<TaskRow> wanted = new ArrayList<>();
    while (wanted.size() < query.getLimit()) {
      int missing =
          at < query.getOffset() ? query.getOffset() - at : query.getLimit() - wanted.size();
      List<TaskRow> page =
          tasks.page(actor, filter, lastKeys.get(at), Math.min(LARGEST_PAGE, missing));
      if (page.isEmpty()) {
        break;
      }
      if (at >= query.getOffset()) {
        wanted.addAll(page);
      }
      at += page.size();
      lastKeys.put(at, page.getLast().id());
    }
    return wanted.stream();
  }

  @Override
  protected int sizeInBackEnd(Query<TaskRow, Void> query) {
    return tasks.count(actor, filter);
  }
}
