package io.certhall.workers.job;

import io.certhall.processes.engine.ProcessEngine;
import io.certhall.processes.task.TaskProjection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps stored steps with us for as long as a person may take. Most steps of a busy hall are done
 * within seconds and never need it, so the longer lease is asked for late.
 */
@Component
class StepLeases implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(StepLeases.class);
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final Duration LEASE = Duration.ofDays(365);

  private record Held(long jobKey, long sinceNanos) {}

  private final ProcessEngine engine;
  private final TaskProjection projection;
  private final Queue<Held> held = new ConcurrentLinkedQueue<>();
  private ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean running;

  StepLeases(ProcessEngine engine, TaskProjection projection) {
    this.engine = engine;
    this.projection = projection;
    schedule.shutdown();
  }

  void held(long jobKey) {
    held.add(new Held(jobKey, System.nanoTime()));
  }

  @Override
  public void start() {
    schedule =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("step-leases").daemon().factory());
    schedule.scheduleWithFixedDelay(this::extendQuietly, 5, 5, TimeUnit.SECONDS);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    schedule.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void extendQuietly() {
    try {
      extend();
    } catch (RuntimeException e) {
      log.warn("leases not extended, the steps come again: {}", e.toString());
    }
  }

  private void extend() {
    long old = System.nanoTime() - PATIENCE.toNanos();
    Set<Long> due = new HashSet<>();
    for (Held first = held.peek();
        first != null && first.sinceNanos() - old < 0;
        first = held.peek()) {
      due.add(first.jobKey());
      held.poll();
    }
    if (due.isEmpty()) {
      return;
    }
    List<Long> open = new ArrayList<>(projection.stillOpen(due));
    for (Long jobKey : open) {
      engine
          .extendStep(jobKey, LEASE)
          .exceptionally(
              error -> {
                log.warn("lease of job {} not extended: {}", jobKey, error.getMessage());
                return null;
              });
    }
  }
}
