package io.certhall.bpmn;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What is to be highlighted in one diagram, by the ids of that diagram.
 *
 * @param done elements that were passed
 * @param active elements where the order is now
 * @param flows sequence flows that were taken
 * @param spent time at each step that waits, all visits together
 * @param visits how often each step was entered, where more than once
 */
public record ProcessPathTrace(
    Set<String> done,
    Set<String> active,
    Set<String> flows,
    Map<String, Duration> spent,
    Map<String, Integer> visits) {

  public static final ProcessPathTrace NONE =
      new ProcessPathTrace(Set.of(), Set.of(), Set.of(), Map.of(), Map.of());
}
