package io.certhall.bpmn;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step an order is known to have reached.
 *
 * @param elementId as compiled: {@code call.element}, or {@code element} of the hall's own diagram
 * @param leftAt null while the order waits there
 */
public record ProcessPathVisit(String elementId, Instant enteredAt, @Nullable Instant leftAt) {

  public static ProcessPathVisit passed(String elementId, Instant at) {
    return new ProcessPathVisit(elementId, at, at);
  }
}
