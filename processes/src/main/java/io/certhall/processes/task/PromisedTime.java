package io.certhall.processes.task;

import io.certhall.processes.order.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when a hall promises that its people do a step; what the diagram says of a step comes next.
 */
public interface PromisedTime {

  /** Null where the hall promises nothing for this queue. */
  @Nullable Instant due(Order order, TaskQueue queue, Instant arrivedAt);
}
