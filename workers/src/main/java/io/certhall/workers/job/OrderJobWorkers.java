package io.certhall.workers.job;

import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.engine.EngineJobs;
import io.certhall.processes.engine.ProcessEngine;
import io.certhall.processes.incident.Incidents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs every {@link OrderJobHandler}: the work commits in its own transaction, then the job is
 * completed. A crash between the two brings the job again, and the handler finds its work done.
 */
@Component
class OrderJobWorkers implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OrderJobWorkers.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration GIVEN_UP = Duration.ofDays(365);
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);
  private static final int THREADS = 4;
  private static final int MAX_ACTIVE = 32;

  private final EngineJobs jobs;
  private final ProcessEngine engine;
  private final Incidents incidents;
  private final List<OrderJobHandler> handlers;
  private final List<GatheredJobs> gathered = new ArrayList<>();
  private List<EngineJobs.Subscription> subscriptions = List.of();
  private ExecutorService pool;
  private volatile boolean running;

  OrderJobWorkers(
      EngineJobs jobs, ProcessEngine engine, Incidents incidents, List<OrderJobHandler> handlers) {
    this.jobs = jobs;
    this.engine = engine;
    this.incidents = incidents;
    this.handlers = handlers;
    this.pool = Executors.newSingleThreadExecutor();
    this.pool.shutdown();
  }

  @Override
  public void start() {
    pool =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("order-job-", 1).daemon().factory());
    gathered.clear();
    subscriptions =
        handlers.stream()
            .map(handler -> jobs.open(handler.jobType(), TIMEOUT, MAX_ACTIVE, receiverOf(handler)))
            .toList();
    running = true;
  }

  private Consumer<EngineJob> receiverOf(OrderJobHandler handler) {
    if (handler instanceof GatheringJobHandler gathering) {
      GatheredJobs lane =
          new GatheredJobs("order-jobs-" + handler.jobType(), batch -> run(gathering, batch));
      gathered.add(lane);
      lane.start();
      return lane::add;
    }
    return job -> take(handler, job);
  }

  /** A poll still open when we stop may bring jobs: left alone, they come again elsewhere. */
  private void take(OrderJobHandler handler, EngineJob job) {
    try {
      pool.execute(() -> run(handler, job));
    } catch (RejectedExecutionException stopped) {
      log.info("{} {} arrived while stopping", job.type(), job.orderNo());
    }
  }

  /** Takes no new jobs and lets the running ones finish. */
  @Override
  public void stop() {
    running = false;
    subscriptions.forEach(EngineJobs.Subscription::close);
    pool.shutdown();
    try {
      for (GatheredJobs lane : gathered) {
        lane.close();
      }
      if (!pool.awaitTermination(15, TimeUnit.SECONDS)) {
        log.warn("workers still busy at shutdown; their jobs come again after the time-out");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run(OrderJobHandler handler, EngineJob job) {
    try {
      Map<String, Object> variables = handler.handle(job);
      jobs.complete(job.key(), variables).exceptionally(error -> comesAgain(job, error));
    } catch (RuntimeException error) {
      failed(job, error);
    }
  }

  private void run(GatheringJobHandler handler, List<EngineJob> batch) {
    if (batch.size() > 1) {
      try {
        handler.handle(batch);
      } catch (RuntimeException oneOfThem) {
        // One bad job must not hold the others up.
        batch.forEach(job -> run(handler, job));
        return;
      }
      batch.forEach(
          job -> jobs.complete(job.key(), Map.of()).exceptionally(error -> comesAgain(job, error)));
    } else {
      batch.forEach(job -> run(handler, job));
    }
  }

  private void failed(EngineJob job, RuntimeException error) {
    JobFailure failure = JobFailure.of(error);
    switch (failure) {
      case JobFailure.Business business ->
          jobs.throwError(job.key(), business.errorCode(), business.message())
              .exceptionally(e -> comesAgain(job, e));
      case JobFailure.Passing passing when job.retries() > 1 -> {
        log.info("{} {} will be tried again: {}", job.type(), job.orderNo(), passing.message());
        jobs.retryLater(job.key(), job.retries() - 1, backoff(job), passing.message())
            .exceptionally(e -> comesAgain(job, e));
      }
      default -> giveUp(job, failure, error);
    }
  }

  /** The job stays with us, so that the retry from the back office can hand it out again. */
  private void giveUp(EngineJob job, JobFailure failure, RuntimeException error) {
    log.error("{} {} given up at {}", job.type(), job.orderNo(), job.elementId(), error);
    try {
      incidents.open(job, failure.message());
      engine.extendStep(job.key(), GIVEN_UP).exceptionally(e -> comesAgain(job, e));
    } catch (RuntimeException databaseAway) {
      comesAgain(job, databaseAway);
    }
  }

  private static Void comesAgain(EngineJob job, Throwable error) {
    log.warn(
        "{} {} could not be reported and comes again after {}: {}",
        job.type(),
        job.orderNo(),
        TIMEOUT,
        error.getMessage());
    return null;
  }

  private static Duration backoff(EngineJob job) {
    long millis = 500L << Math.max(0, 6 - job.retries());
    return Duration.ofMillis(Math.min(millis, LONGEST_BACKOFF.toMillis()));
  }
}
