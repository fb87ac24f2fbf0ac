package io.certhall.standalone.bench;

import io.certhall.parts.FreePorts;
import io.certhall.parts.LocalDatabase;
import io.certhall.parts.LocalEngine;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.standalone.Console;
import io.certhall.standalone.HallLog;
import io.certhall.standalone.LocalHall;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Real orders through services, outbox, engine, workers, issuing and audit; beside them, on the
 * same parts in the same run, the bare engine with the same process and workers that do nothing.
 * The payment provider is left out: its report is handed to the settlement directly.
 */
final class LifecycleBenchmark {

  private LifecycleBenchmark() {}

  static LifecycleResult run(LifecycleOptions options) {
    Path data = BenchFolder.create();
    HallLog.in(data);
    URI address = URI.create("http://127.0.0.1:" + FreePorts.one());
    try (LocalHall hall = new LocalHall(data, address, true, Console::progress)) {
      // An interrupted run leaves no database and no engine behind.
      Runtime.getRuntime().addShutdownHook(new Thread(hall::close, "end-bench"));
      hall.startWithoutWeb(
          BenchPayments.class, BenchStaff.class, BenchOrders.class, SqlCount.class);
      return measure(hall, options);
    } finally {
      BenchFolder.delete(data);
    }
  }

  private static LifecycleResult measure(LocalHall hall, LifecycleOptions options) {
    LocalEngine engine = Objects.requireNonNull(hall.engine());
    LocalDatabase database = Objects.requireNonNull(hall.database());
    Map<String, Long> pids = new LinkedHashMap<>();
    pids.put("engine", engine.pid());
    pids.put("database", database.pid());
    pids.put("hall", ProcessHandle.current().pid());
    PublishedPolicy policy = hall.workers().getBean(PublishedPolicies.class).active("gscamce");
    BenchOrders orders = hall.workers().getBean(BenchOrders.class);
    SqlCount sql = hall.workers().getBean(SqlCount.class);
    int inFlight = options.inFlight();

    Console.progress("准备 preparing " + (options.warmUp() + options.orders()) + " orders …");
    long prepareStart = System.nanoTime();
    List<String> warmUp = orders.prepare(options.warmUp());
    List<String> measured = orders.prepare(options.orders());
    double prepareMs =
        (System.nanoTime() - prepareStart) / 1e6 / (options.warmUp() + options.orders());

    Console.progress("预热 warming up …");
    orders.run(warmUp, inFlight);
    hall.workers().stop();
    double bare;
    Map<String, Double> bareCpu;
    int bareErrors;
    try (BareEngine baseline =
        new BareEngine(engine.grpcAddress(), policy.processId(), policy.compiledBpmn())) {
      baseline.run(options.warmUp(), inFlight);
      Console.progress("基准 baseline: " + options.orders() + " orders on the bare engine …");
      ProcessCpu before = ProcessCpu.of(pids);
      bare = baseline.run(options.orders(), inFlight);
      bareCpu = ProcessCpu.of(pids).perOrderSince(before, options.orders());
      bareErrors = baseline.errors();
    }
    hall.workers().start();

    Console.progress("测量 measuring " + options.orders() + " orders …");
    ProcessCpu before = ProcessCpu.of(pids);
    long statements = sql.statements();
    long commits = orders.serverCommits();
    long start = System.nanoTime();
    int errors = orders.run(measured, inFlight);
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Double> cpu = ProcessCpu.of(pids).perOrderSince(before, options.orders());
    double ours = options.orders() / seconds;
    long[] latencies = orders.latenciesMillis(measured);
    return new LifecycleResult(
        options.orders(),
        round(ours),
        round(bare),
        round(ours / bare),
        percentile(latencies, 0.50),
        percentile(latencies, 0.95),
        percentile(latencies, 0.99),
        cpu,
        bareCpu,
        round((sql.statements() - statements) / (double) options.orders()),
        round((orders.serverCommits() - commits) / (double) options.orders()),
        round(prepareMs),
        errors + bareErrors);
  }

  private static long percentile(long[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1];
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
