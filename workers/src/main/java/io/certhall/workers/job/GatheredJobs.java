package io.certhall.workers.job;

import io.certhall.processes.engine.EngineJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs that arrive within a moment, as one batch. */
final class GatheredJobs {

  private static final Logger log = LoggerFactory.getLogger(GatheredJobs.class);

  private static final Duration PATIENCE = Duration.ofMillis(250);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration LAST_BATCH = Duration.ofSeconds(15);
  private static final int BATCH = 32;

  private final BlockingQueue<EngineJob> arrived = new LinkedBlockingQueue<>();
  private final Consumer<List<EngineJob>> work;
  private final Thread thread;
  private volatile boolean open = true;

  GatheredJobs(String name, Consumer<List<EngineJob>> work) {
    this.work = work;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
  }

  void start() {
    thread.start();
  }

  void add(EngineJob job) {
    arrived.add(job);
  }

  /** The batch under way is finished; what still waits comes again elsewhere. */
  void close() throws InterruptedException {
    open = false;
    thread.join(LAST_BATCH);
  }

  private void loop() {
    try {
      while (open) {
        EngineJob first = arrived.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          TimeUnit.MILLISECONDS.sleep(PATIENCE.toMillis());
          List<EngineJob> batch = new ArrayList<>(List.of(first));
          arrived.drainTo(batch, BATCH - 1);
          work(batch);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A batch that fails does not end the lane; the engine hands its jobs out again. */
  private void work(List<EngineJob> batch) {
    try {
      work.accept(batch);
    } catch (RuntimeException failure) {
      log.warn("{} jobs of {} come again", batch.size(), thread.getName(), failure);
    }
  }
}
