package io.certhall.backoffice.api.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.certhall.processes.task.TaskState;
import io.certhall.processes.task.query.TaskRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do.
 *
 * @param organisationId in the queue {@code profile}: whose profile it is
 * @param itemSeq the certificate it is about; 0 for the whole order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskBody(
    long id,
    String queue,
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
    @Nullable Instant dueAt,
    boolean overdue) {

  static TaskBody of(TaskRow row, Instant now) {
    return new TaskBody(
        row.id(),
        row.queue().code(),
        row.hall(),
        row.service(),
        row.orderNo(),
        row.organisationId(),
        row.itemSeq(),
        row.subject(),
        row.round(),
        row.state(),
        row.assigneeId(),
        row.assigneeName(),
        row.createdAt(),
        row.dueAt(),
        row.isOverdue(now));
  }
}
