package io.certhall.standalone.bench;

import io.certhall.parts.FreePorts;
import io.certhall.parts.LocalDatabase;
import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.issuance.Reconciliation;
import io.certhall.standalone.Console;
import io.certhall.standalone.HallLog;
import io.certhall.standalone.LocalHall;
import io.certhall.workers.job.OrderJobHandler;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Pairs per second through the whole issuing cycle, with database and audit; beside them, in the
 * same run and in turns, the same reads and transactions without any cryptography, and Bouncy
 * Castle signing alone. The engine is left out: jobs are handed to the handler directly.
 */
final class IssueBenchmark {

  private static final int TURNS = 4;

  private final OrderJobHandler handler;
  private final IssueOrders orders;
  private final StoreOnly storeOnly;
  private final ServerStatements statements;
  private final RawSigning raw = new RawSigning();
  private final Map<String, Long> pids;
  private final AtomicLong jobs = new AtomicLong();

  /**
   * One number of threads; all in pairs of certificates per second.
   *
   * @param ours the issuing cycle with database and audit
   * @param databaseOnly the same reads and transactions without signing
   * @param rawSigning two certificates built and signed by Bouncy Castle, stored nowhere
   * @param ratio ours to databaseOnly
   * @param cpuMsPerPair milliseconds of CPU per pair and process: unlike the rates, they hold on a
   *     machine that is busy with other things
   * @param statementsPerPair as the server counts them, with what begins and ends transactions
   */
  record Run(
      int threads,
      double ours,
      double databaseOnly,
      double rawSigning,
      double ratio,
      Map<String, Double> cpuMsPerPair,
      Map<String, Double> databaseOnlyCpuMsPerPair,
      double statementsPerPair,
      double databaseOnlyStatementsPerPair) {}

  record Result(int issues, List<Run> runs) {}

  private IssueBenchmark(ConfigurableApplicationContext workers, Map<String, Long> pids) {
    this.pids = pids;
    this.handler =
        workers.getBeansOfType(OrderJobHandler.class).values().stream()
            .filter(one -> one.jobType().equals(Reconciliation.JOB_TYPE))
            .findFirst()
            .orElseThrow();
    this.orders = workers.getBean(IssueOrders.class);
    this.storeOnly = workers.getBean(StoreOnly.class);
    this.statements = workers.getBean(ServerStatements.class);
  }

  static Result run(IssueOptions options) {
    Path data = BenchFolder.create();
    HallLog.in(data);
    URI address = URI.create("http://127.0.0.1:" + FreePorts.one());
    try (LocalHall hall = new LocalHall(data, address, true, Console::progress)) {
      Runtime.getRuntime().addShutdownHook(new Thread(hall::close, "end-bench"));
      hall.startWithoutWeb(
          BenchPayments.class,
          BenchStaff.class,
          BenchOrders.class,
          IssueOrders.class,
          ServerStatements.class,
          StoreOnly.class);
      IssueBenchmark bench = new IssueBenchmark(hall.workers(), pids(hall));
      bench.orders.model();
      // Nobody polls the engine while we measure.
      hall.workers().stop();
      return bench.measure(options);
    } finally {
      BenchFolder.delete(data);
    }
  }

  private static Map<String, Long> pids(LocalHall hall) {
    Map<String, Long> pids = new LinkedHashMap<>();
    LocalDatabase database = hall.database();
    if (database != null) {
      pids.put("database", database.pid());
    }
    pids.put("hall", ProcessHandle.current().pid());
    return pids;
  }

  private Result measure(IssueOptions options) {
    Console.progress("预热 warming up …");
    List<String> first = orders.make(options.issues());
    perSecond(first, 2, this::issue);
    StoreOnly.Sample sample = storeOnly.sample(first.getFirst());
    perSecond(orders.make(options.issues()), 2, orderNo -> storeOnly.issue(orderNo, sample));
    perSecond(first, 2, orderNo -> raw.pair());
    List<Run> runs = new ArrayList<>();
    for (int threads : options.threads()) {
      Console.progress(
          "测量 measuring " + options.issues() + " pairs on " + threads + " thread(s) …");
      runs.add(run(options.issues(), threads, sample));
    }
    return new Result(options.issues(), runs);
  }

  /** In turns, so that what else the machine does meets all alike. */
  private Run run(int issues, int threads, StoreOnly.Sample sample) {
    int turn = issues / TURNS;
    double ours = 0;
    double database = 0;
    double signing = 0;
    long asked = 0;
    long databaseAsked = 0;
    Map<String, Double> cpu = new TreeMap<>();
    Map<String, Double> databaseCpu = new TreeMap<>();
    for (int i = 0; i < TURNS; i++) {
      List<String> some = orders.make(turn);
      List<String> others = orders.make(turn);
      long first = statements.executed();
      ProcessCpu start = ProcessCpu.of(pids);
      ours += 1 / perSecond(some, threads, this::issue);
      ProcessCpu middle = ProcessCpu.of(pids);
      long second = statements.executed();
      database += 1 / perSecond(others, threads, orderNo -> storeOnly.issue(orderNo, sample));
      ProcessCpu end = ProcessCpu.of(pids);
      asked += second - first;
      databaseAsked += statements.executed() - second;
      signing += 1 / perSecond(some, threads, orderNo -> raw.pair());
      middle.perOrderSince(start, turn * TURNS).forEach((p, ms) -> cpu.merge(p, ms, Double::sum));
      end.perOrderSince(middle, turn * TURNS)
          .forEach((p, ms) -> databaseCpu.merge(p, ms, Double::sum));
    }
    cpu.replaceAll((process, ms) -> round(ms));
    databaseCpu.replaceAll((process, ms) -> round(ms));
    return new Run(
        threads,
        round(TURNS / ours),
        round(TURNS / database),
        round(TURNS / signing),
        round(database / ours),
        cpu,
        databaseCpu,
        round((double) asked / (turn * TURNS)),
        round((double) databaseAsked / (turn * TURNS)));
  }

  private void issue(String orderNo) {
    handler.handle(
        new EngineJob(
            jobs.incrementAndGet(),
            Reconciliation.JOB_TYPE,
            "issuance.issue",
            1,
            orderNo,
            1,
            1,
            Map.of()));
  }

  private static double perSecond(List<String> orderNos, int threads, Consumer<String> work) {
    Queue<String> waiting = new ConcurrentLinkedQueue<>(orderNos);
    Callable<Void> hand =
        () -> {
          for (String orderNo = waiting.poll(); orderNo != null; orderNo = waiting.poll()) {
            work.accept(orderNo);
          }
          return null;
        };
    long start = System.nanoTime();
    try (ExecutorService hands = Executors.newFixedThreadPool(threads)) {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(hands.submit(hand));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return orderNos.size() / ((System.nanoTime() - start) / 1e9);
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
