package io.certhall.backoffice.api.task;

import io.certhall.backoffice.api.Page;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.HumanTasks;
import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.TaskState;
import io.certhall.processes.task.query.TaskQuery;
import io.certhall.processes.task.query.TaskRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "tasks", description = "待办（工作人员） · Work lists of staff")
@RestController
@RequestMapping("/api/v1/tasks")
class TasksController {

  private final TaskQuery query;
  private final HumanTasks tasks;
  private final TaskDesk desk;
  private final Clock clock;

  TasksController(TaskQuery query, HumanTasks tasks, TaskDesk desk, Clock clock) {
    this.query = query;
    this.tasks = tasks;
    this.desk = desk;
    this.clock = clock;
  }

  @Operation(
      summary = "待办列表 · Open tasks, oldest first",
      description =
          "Of the queues the caller's roles work: profile, review, production, dispatch, pickup,"
              + " finance, remote. Filters: queue, hall, orderNo, mine, text.")
  @GetMapping
  Page<TaskBody> list(
      @AuthenticationPrincipal Actor actor,
      @RequestParam(required = false) @Nullable String queue,
      @RequestParam(required = false) @Nullable String hall,
      @RequestParam(required = false) @Nullable String orderNo,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(required = false) @Nullable Integer limit) {
    if (!actor.isStaff()) {
      throw Refusal.forbidden("ROLE_MISSING");
    }
    int rows = Page.limit(limit);
    TaskQuery.Filter filter =
        new TaskQuery.Filter(
            queue == null ? null : TaskQueue.ofCode(queue), hall, orderNo, mine, text);
    Instant now = clock.instant();
    return Page.of(
        query.page(actor, filter, after, rows + 1),
        rows,
        TaskRow::id,
        row -> TaskBody.of(row, now));
  }

  @Operation(
      summary = "领取 · Claim a task",
      description = "Colleagues then leave it alone; 409 when one of them was first.")
  @PostMapping("/{id}/claim")
  TaskResult claim(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
    tasks.claim(actor, id);
    return result(tasks.workable(actor, id));
  }

  @Operation(summary = "退回待办 · Give a claimed task back", description = "One's own.")
  @PostMapping("/{id}/release")
  TaskResult release(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
    tasks.release(actor, id);
    return result(tasks.workable(actor, id));
  }

  @Operation(
      summary = "办理 · Complete a task",
      description =
          "By queue — review and profile: `{decision: APPROVE|REJECT, reasons[{field, code, text}],"
              + " note}`; production: `{mediumSerial, csrPem?}`; dispatch: `{carrier, trackingNo}`;"
              + " pickup: `{recipient, idLast4}`; inbound: `{mediumSerial}`; remote: `{done, note}`;"
              + " finance: `{decision: CONFIRM, amountFen}` or `{decision: REFUSE, reason}`. Nobody decides about what is his own (403).")
  @PostMapping("/{id}/complete")
  TaskResult complete(
      @AuthenticationPrincipal Actor actor,
      @PathVariable long id,
      @RequestBody TaskCompletion body) {
    HumanTask task = tasks.workable(actor, id);
    desk.complete(actor, task, body);
    return TaskResult.of(task, TaskState.DONE);
  }

  private static TaskResult result(HumanTask task) {
    return TaskResult.of(task, task.state());
  }
}
