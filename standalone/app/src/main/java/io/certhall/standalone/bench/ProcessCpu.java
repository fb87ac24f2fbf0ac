package io.certhall.standalone.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** CPU time used so far, per process. */
record ProcessCpu(Map<String, Duration> used) {

  static ProcessCpu of(Map<String, Long> pids) {
    Map<String, Duration> used = new LinkedHashMap<>();
    pids.forEach(
        (name, pid) ->
            used.put(
                name,
                ProcessHandle.of(pid)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElse(Duration.ZERO)));
    return new ProcessCpu(used);
  }

  /** Milliseconds of CPU per order since then. */
  Map<String, Double> perOrderSince(ProcessCpu earlier, int orders) {
    Map<String, Double> millis = new LinkedHashMap<>();
    double total = 0;
    for (Map.Entry<String, Duration> now : used.entrySet()) {
      double each =
          now.getValue().minus(earlier.used().get(now.getKey())).toMillis() / (double) orders;
      millis.put(now.getKey(), Math.round(each * 100) / 100.0);
      total += each;
    }
    millis.put("total", Math.round(total * 100) / 100.0);
    return millis;
  }
}
