package io.certhall.standalone.bench;

import java.util.Map;

/**
 * What {@code bench lifecycle} found; from submission to completion, on warm parts.
 *
 * @param ratio ours to the bare engine's orders per second
 * @param cpuMsPerOrder milliseconds of CPU per order and process
 */
record LifecycleResult(
    int orders,
    double ordersPerSecond,
    double bareOrdersPerSecond,
    double ratio,
    long p50Ms,
    long p95Ms,
    long p99Ms,
    Map<String, Double> cpuMsPerOrder,
    Map<String, Double> bareCpuMsPerOrder,
    double sqlPerOrder,
    double commitsPerOrder,
    double prepareMsPerOrder,
    int errors) {}
