package io.certhall.backoffice.api.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.processes.task.HumanTask;
import io.certhall.processes.task.TaskState;
import org.jspecify.annotations.Nullable;

/** A task after someone did something with it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskResult(
    long id,
    String queue,
    String hall,
    @Nullable String orderNo,
    int itemSeq,
    TaskState state,
    @Nullable Long assigneeId) {

  static TaskResult of(HumanTask task, TaskState state) {
    return new TaskResult(
        task.id(),
        task.queue().code(),
        task.hall(),
        task.orderNo(),
        task.itemSeq(),
        state,
        task.assigneeId());
  }
}
