package io.certhall.workers.issuance;

import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.incident.Incidents;
import io.certhall.processes.issuance.IssuanceParking;
import io.certhall.processes.issuance.Reconciliation;
import io.certhall.processes.issuance.UncertainIssue;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import io.certhall.processes.support.TestAccounts;
import io.certhall.processes.time.HallClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays the engine for the issuing jobs of many orders, with two workers and a plan of faults for
 * each order drawn from a seed: a job comes again until it was acknowledged, what is parked is
 * decided by an administrator.
 */
class FaultRun {

  private static final int WORKERS = 2;
  private static final int MOST_FAULTS = 3;
  private static final int MOST_DELIVERIES = 30;
  private static final Fault[] FAULTS = Fault.values();

  private final IssueCertificatesHandler handler;
  private final FaultInjection injection;
  private final Reconciliation reconciliation;
  private final IssuanceParking parking;
  private final Incidents incidents;
  private final TestAccounts accounts;
  private final HallClock clock;
  private final AtomicInteger deliveries = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicInteger reissued = new AtomicInteger();
  private final Queue<String> unfinished = new ConcurrentLinkedQueue<>();
  private final Queue<String> forgotten = new ConcurrentLinkedQueue<>();

  FaultRun(
      IssueCertificatesHandler handler,
      FaultInjection injection,
      Reconciliation reconciliation,
      IssuanceParking parking,
      Incidents incidents,
      TestAccounts accounts,
      HallClock clock) {
    this.handler = handler;
    this.injection = injection;
    this.reconciliation = reconciliation;
    this.parking = parking;
    this.incidents = incidents;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * @param parkedOverdue reservations that nobody finished and the schedule parked
   * @param unfinished orders that never got their certificates
   */
  record Result(
      int orders,
      int deliveries,
      Map<Fault, Integer> faults,
      int parkedOverdue,
      int finished,
      int reissued,
      List<String> unfinished,
      double seconds) {}

  private enum Outcome {
    ACKNOWLEDGED,
    COMES_AGAIN,
    FORGOTTEN
  }

  Result run(List<String> orderNos, long seed) {
    long start = System.nanoTime();
    Actor admin = accounts.staff(Role.ADMIN);
    Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < orderNos.size(); i++) {
      waiting.add(i);
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        ExecutorService second = Executors.newCachedThreadPool()) {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        running.add(
            workers.submit(
                () -> {
                  for (Integer i = waiting.poll(); i != null; i = waiting.poll()) {
                    issue(admin, orderNos.get(i), planOf(seed, i), second);
                  }
                }));
      }
      running.forEach(FaultRun::join);
    }
    clock.advance(Duration.ofMinutes(31));
    int overdue = parkAll();
    Random random = new Random(seed);
    for (String orderNo : forgotten) {
      decide(admin, orderNo, random);
      toTheEnd(admin, orderNo, random);
    }
    return new Result(
        orderNos.size(),
        deliveries.get(),
        injection.happened(),
        overdue,
        finished.get(),
        reissued.get(),
        List.copyOf(unfinished),
        (System.nanoTime() - start) / 1e9);
  }

  /** Neighbouring seeds of {@link Random} begin alike. */
  private static Random planOf(long seed, int number) {
    return new Random(new SplittableRandom(seed + number).nextLong());
  }

  private int parkAll() {
    int all = 0;
    for (int some = parking.parkOverdue(200); some > 0; some = parking.parkOverdue(200)) {
      all += some;
    }
    return all;
  }

  /** Up to three deliveries with faults, then as many good ones as it takes. */
  private void issue(Actor admin, String orderNo, Random random, ExecutorService second) {
    int faults = random.nextInt(MOST_FAULTS + 1);
    for (int i = 0; i < faults; i++) {
      Fault fault = FAULTS[1 + random.nextInt(FAULTS.length - 1)];
      Outcome outcome =
          switch (fault) {
            case TWO_WORKERS -> atOnce(orderNo, second);
            case DELIVERED_AGAIN -> {
              injection.count(fault);
              deliver(orderNo, Fault.NONE);
              yield deliver(orderNo, Fault.NONE);
            }
            default -> deliver(orderNo, fault);
          };
      if (outcome == Outcome.FORGOTTEN) {
        forgotten.add(orderNo);
        return;
      }
      if (outcome == Outcome.COMES_AGAIN) {
        decide(admin, orderNo, random);
      }
    }
    toTheEnd(admin, orderNo, random);
  }

  private void toTheEnd(Actor admin, String orderNo, Random random) {
    for (int i = 0; i < MOST_DELIVERIES; i++) {
      if (deliver(orderNo, Fault.NONE) == Outcome.ACKNOWLEDGED) {
        return;
      }
      decide(admin, orderNo, random);
    }
    unfinished.add(orderNo);
  }

  private Outcome atOnce(String orderNo, ExecutorService second) {
    injection.count(Fault.TWO_WORKERS);
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Outcome> delivery =
        () -> {
          together.await();
          return deliver(orderNo, Fault.NONE);
        };
    Future<Outcome> other = second.submit(delivery);
    try {
      Outcome own = delivery.call();
      Outcome its = join(other);
      return own == Outcome.ACKNOWLEDGED ? own : its;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Outcome deliver(String orderNo, Fault fault) {
    int number = deliveries.incrementAndGet();
    EngineJob job =
        new EngineJob(
            number, Reconciliation.JOB_TYPE, "issuance.issue", 1, orderNo, 1, 3, Map.of());
    Outcome[] outcome = {Outcome.COMES_AGAIN};
    injection.during(
        fault,
        () -> {
          try {
            handler.handle(job);
            outcome[0] = Outcome.ACKNOWLEDGED;
          } catch (FaultInjection.Injected injected) {
            outcome[0] = injected.of() == Fault.FORGOTTEN ? Outcome.FORGOTTEN : Outcome.COMES_AGAIN;
          } catch (Refusal parked) {
            givenUp(job, parked);
          } catch (RuntimeException failed) {
            outcome[0] = Outcome.COMES_AGAIN;
          }
        });
    return outcome[0];
  }

  /** As the workers do: a person has to look. */
  private void givenUp(EngineJob job, Refusal refusal) {
    if (refusal.code().equals("ISSUE_PARKED")) {
      incidents.open(job, refusal.toString());
    }
  }

  private void decide(Actor admin, String orderNo, Random random) {
    for (UncertainIssue issue : reconciliation.of(admin, orderNo)) {
      if (random.nextBoolean()) {
        reconciliation.finish(admin, orderNo, issue.itemSeq());
        finished.incrementAndGet();
      } else {
        reissue(admin, issue);
      }
    }
  }

  private void reissue(Actor admin, UncertainIssue issue) {
    reconciliation.reissue(admin, issue.orderNo(), issue.itemSeq(), "结果不确定");
    reissued.incrementAndGet();
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
