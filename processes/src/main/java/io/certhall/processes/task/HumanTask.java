package io.certhall.processes.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person has to do.
 *
 * @param jobKey the engine's waiting step; null for tasks of the hall itself (profile review)
 * @param itemSeq the certificate it is about; 0 for the whole order
 */
public record HumanTask(
    long id,
    @Nullable Long jobKey,
    int itemSeq,
    @Nullable String orderNo,
    TaskQueue queue,
    String hall,
    String service,
    String subject,
    @Nullable String elementId,
    int round,
    TaskState state,
    @Nullable Long assigneeId,
    Instant createdAt,
    @Nullable Instant dueAt,
    int version) {

  public boolean isOpen() {
    return state == TaskState.OPEN || state == TaskState.CLAIMED;
  }
}
