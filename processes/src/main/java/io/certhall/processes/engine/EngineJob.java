package io.certhall.processes.engine;

import java.util.Map;

/**
 * Work the engine hands out, at least once.
 *
 * @param retries attempts left, this one included
 * @param orderNo business key; with {@code round} and {@code elementId} it names the step
 */
public record EngineJob(
    long key,
    String type,
    String elementId,
    long processInstanceKey,
    String orderNo,
    int round,
    int retries,
    Map<String, String> headers) {}
