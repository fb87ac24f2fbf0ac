package io.certhall.processes.task;

import java.util.Map;

/**
 * A step the engine waits at, as its job tells.
 *
 * @param headers what the policy says of the step: {@code state}, {@code queue}, {@code actor},
 *     {@code message}, {@code due}
 */
public record WaitingStep(
    long jobKey,
    long processInstanceKey,
    String elementId,
    String orderNo,
    int round,
    Map<String, String> headers) {}
