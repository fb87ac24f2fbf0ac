package io.certhall.workers.job;

import io.certhall.processes.engine.EngineJob;
import io.certhall.processes.engine.EngineJobs;
import io.certhall.processes.task.TaskProjection;
import io.certhall.processes.task.WaitingStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes the engine's user tasks and brings them into the database, many per transaction. A job is
 * first held for a minute only: should this process die between taking and storing it, the engine
 * hands it out again; once stored, {@link StepLeases} keeps it.
 */
@Component
class WaitingStepWorker implements SmartLifecycle {

  static final Duration FIRST_LEASE = Duration.ofSeconds(60);

  private static final Logger log = LoggerFactory.getLogger(WaitingStepWorker.class);
  private static final String USER_TASK = "io.camunda.zeebe:userTask";
  private static final int BATCH = 64;
  private static final Duration PATIENCE = Duration.ofMillis(60);
  private static final int MAX_ACTIVE = 512;

  private final EngineJobs jobs;
  private final TaskProjection projection;
  private final StepLeases leases;
  private final BlockingQueue<EngineJob> arrived = new LinkedBlockingQueue<>();
  private volatile boolean running;
  private EngineJobs.Subscription subscription = () -> {};
  private Thread projector = Thread.currentThread();

  WaitingStepWorker(EngineJobs jobs, TaskProjection projection, StepLeases leases) {
    this.jobs = jobs;
    this.projection = projection;
    this.leases = leases;
  }

  @Override
  public void start() {
    running = true;
    projector = Thread.ofPlatform().name("step-projection").daemon().start(this::projectLoop);
    subscription = jobs.open(USER_TASK, FIRST_LEASE, MAX_ACTIVE, arrived::add);
  }

  @Override
  public void stop() {
    running = false;
    subscription.close();
    projector.interrupt();
    try {
      projector.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void projectLoop() {
    List<EngineJob> batch = new ArrayList<>();
    while (running) {
      try {
        batch.add(arrived.take());
        // Steps come in bursts: a moment's patience makes one transaction out of many.
        TimeUnit.MILLISECONDS.sleep(PATIENCE.toMillis());
        arrived.drainTo(batch, BATCH - 1);
        project(batch);
        batch.clear();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void project(List<EngineJob> batch) {
    try {
      projection.project(batch.stream().map(WaitingStepWorker::toStep).toList());
      batch.forEach(job -> leases.held(job.key()));
    } catch (RuntimeException error) {
      if (batch.size() == 1) {
        log.warn(
            "step {} of {} not stored, comes again: {}",
            batch.getFirst().elementId(),
            batch.getFirst().orderNo(),
            error.toString());
        return;
      }
      // One bad step must not hold the others up.
      batch.forEach(job -> project(List.of(job)));
    }
  }

  private static WaitingStep toStep(EngineJob job) {
    return new WaitingStep(
        job.key(),
        job.processInstanceKey(),
        job.elementId(),
        job.orderNo(),
        job.round(),
        job.headers());
  }
}
