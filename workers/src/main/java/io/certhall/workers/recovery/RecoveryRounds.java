package io.certhall.workers.recovery;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for approved recoveries every few seconds. */
@Component
class RecoveryRounds implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RecoveryRounds.class);
  private static final long SECONDS = 3;

  private final RecoveredKeys keys;
  private volatile boolean running;
  private ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();

  RecoveryRounds(RecoveredKeys keys) {
    this.keys = keys;
    rounds.shutdown();
  }

  @Override
  public void start() {
    rounds =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("key-recovery").daemon().factory());
    rounds.scheduleWithFixedDelay(this::round, SECONDS, SECONDS, TimeUnit.SECONDS);
    running = true;
  }

  private void round() {
    try {
      keys.packAll();
    } catch (RuntimeException databaseAway) {
      log.warn("key recovery: will be tried again: {}", databaseAway.toString());
    }
  }

  @Override
  public void stop() {
    running = false;
    rounds.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
