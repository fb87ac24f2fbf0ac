package io.certhall.processes.outbox;

import io.certhall.processes.engine.EngineFault;
import io.certhall.processes.engine.EngineSettings;
import io.certhall.processes.engine.ProcessEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends promised commands. A command goes out right after its commit from the process that wrote
 * it; what that process could not finish within the lease, any process picks up from the table. At
 * least once: the engine's answers "exists already" and "gone" count as done.
 */
@Component
class OutboxDispatcher implements SmartLifecycle {

  /** The writer's head start; longer than a request may take. */
  static final Duration LEASE = Duration.ofSeconds(15);

  private static final Logger log = LoggerFactory.getLogger(OutboxDispatcher.class);
  private static final int BATCH = 100;
  private static final int QUIET_ATTEMPTS = 6;
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final ProcessEngine engine;
  private final JooqOutboxRepository repository;
  private final Semaphore inFlight;
  private final int maxInFlight;
  private final BlockingQueue<OutboxEntry> waiting = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> done = new LinkedBlockingQueue<>();
  private volatile boolean running;
  private List<Thread> threads = List.of();

  OutboxDispatcher(ProcessEngine engine, JooqOutboxRepository repository, EngineSettings settings) {
    this.engine = engine;
    this.repository = repository;
    this.maxInFlight = settings.maxInFlight();
    this.inFlight = new Semaphore(maxInFlight);
  }

  void dispatch(OutboxEntry entry) {
    waiting.add(entry);
  }

  @Override
  public void start() {
    running = true;
    threads =
        List.of(
            Thread.ofPlatform().name("outbox-send").daemon().start(this::sendLoop),
            Thread.ofPlatform().name("outbox-clean").daemon().start(this::cleanLoop),
            Thread.ofPlatform().name("outbox-poll").daemon().start(this::pollLoop));
  }

  /** Lets what is under way finish; what is still waiting stays in the table. */
  @Override
  public void stop() {
    running = false;
    threads.forEach(Thread::interrupt);
    try {
      if (inFlight.tryAcquire(maxInFlight, 5, TimeUnit.SECONDS)) {
        inFlight.release(maxInFlight);
      }
      for (Thread thread : threads) {
        thread.join(2_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Long> sent = new ArrayList<>();
    done.drainTo(sent);
    if (!sent.isEmpty()) {
      repository.delete(sent);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void sendLoop() {
    while (running) {
      try {
        OutboxEntry entry = waiting.take();
        inFlight.acquire();
        send(entry);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void send(OutboxEntry entry) {
    try {
      engine
          .send(entry.command())
          .whenComplete(
              (nothing, error) -> {
                inFlight.release();
                if (error == null) {
                  done.add(entry.id());
                } else {
                  failed(entry, error);
                }
              });
    } catch (RuntimeException e) {
      inFlight.release();
      failed(entry, e);
    }
  }

  private void failed(OutboxEntry entry, Throwable error) {
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    int attempts = entry.attempts() + 1;
    try {
      if (cause instanceof EngineFault fault && !fault.isPassing()) {
        log.error("outbox {} parked: {}", entry.command(), cause.getMessage());
        repository.park(entry.id(), attempts, String.valueOf(cause.getMessage()));
        return;
      }
      if (attempts > QUIET_ATTEMPTS) {
        log.warn("outbox {} attempt {}: {}", entry.command(), attempts, cause.getMessage());
      }
      repository.postpone(
          entry.id(), attempts, backoff(attempts), String.valueOf(cause.getMessage()));
    } catch (RuntimeException databaseAway) {
      // The lease ends by itself and the poller takes the row again.
      log.warn("outbox {} could not be postponed", entry.id(), databaseAway);
    }
  }

  /** 100 ms doubling to a minute, with up to half of jitter. */
  private static Duration backoff(int attempts) {
    long full = Math.min(LONGEST_DELAY.toMillis(), 100L << Math.min(attempts, 20));
    return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
  }

  private void cleanLoop() {
    List<Long> batch = new ArrayList<>();
    while (running) {
      try {
        batch.add(done.take());
        // Patience makes one delete out of many; the lease keeps the rows from being sent again.
        TimeUnit.MILLISECONDS.sleep(PATIENCE.toMillis());
        done.drainTo(batch, 500);
        repository.delete(batch);
        batch.clear();
      } catch (InterruptedException e) {
        done.addAll(batch);
        return;
      } catch (RuntimeException databaseAway) {
        // Sent again after the lease; the engine says "done already".
        log.warn("outbox: {} sent commands could not be removed", batch.size(), databaseAway);
        batch.clear();
      }
    }
  }

  private void pollLoop() {
    while (running) {
      try {
        List<OutboxEntry> due =
            waiting.size() < BATCH && repository.isAnyDue()
                ? repository.takeDue(BATCH, LEASE)
                : List.of();
        waiting.addAll(due);
        if (due.size() < BATCH) {
          TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException databaseAway) {
        log.warn("outbox: the database does not answer: {}", databaseAway.getMessage());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
