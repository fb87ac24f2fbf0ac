package io.certhall.processes.task.query;

import io.certhall.processes.task.TaskQueue;
import io.certhall.processes.task.TaskState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of a work list. */
public record TaskRow(
    long id,
    TaskQueue queue,
    String hall,
    String service,
    @Nullable String orderNo,
    @Nullable Long organisationId,
    int itemSeq,
    String subject,
    int round,
    TaskState state,
    @Nullable Long assigneeId,
    @Nullable String assigneeName,
    Instant createdAt,
    @Nullable Instant dueAt) {

  public boolean isOverdue(Instant now) {
    return dueAt != null && dueAt.isBefore(now);
  }
}
