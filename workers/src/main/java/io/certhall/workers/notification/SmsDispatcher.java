package io.certhall.workers.notification;

import io.certhall.processes.notification.PendingSms;
import io.certhall.processes.notification.SmsFault;
import io.certhall.processes.notification.SmsQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends waiting text messages, at least once and mostly within a third of a second. A crash between
 * sending and noting it brings the message again under the same idempotency key.
 */
final class SmsDispatcher implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SmsDispatcher.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

  /** Longer than a whole batch may take: 5 rounds of 15 seconds. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final int BATCH = 20;
  private static final int THREADS = 4;
  private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);
  private static final Duration WORTHLESS_AFTER = Duration.ofDays(1);

  private final SmsQueue queue;
  private final SmsSender sender;
  private final Clock clock;
  private volatile boolean running;
  private ExecutorService pool = Executors.newSingleThreadExecutor();
  private Thread loop = Thread.currentThread();

  SmsDispatcher(SmsQueue queue, SmsSender sender, Clock clock) {
    this.queue = queue;
    this.sender = sender;
    this.clock = clock;
    pool.shutdown();
  }

  @Override
  public void start() {
    running = true;
    pool =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("sms-send-", 1).daemon().factory());
    loop = Thread.ofPlatform().name("sms-dispatch").daemon().start(this::loop);
  }

  /** What is being sent is finished; the rest stays in the table. */
  @Override
  public void stop() {
    running = false;
    loop.interrupt();
    pool.shutdown();
    try {
      if (!pool.awaitTermination(15, TimeUnit.SECONDS)) {
        log.warn("text messages still under way at shutdown; they come again after the lease");
      }
      loop.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void loop() {
    Duration pause = Duration.ZERO;
    while (running) {
      try {
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        pause = sendDue() == BATCH ? Duration.ZERO : POLL;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException databaseAway) {
        log.warn("text messages: the database does not answer: {}", databaseAway.getMessage());
        pause = AFTER_FAULT;
      }
    }
  }

  private int sendDue() throws InterruptedException {
    if (!queue.isAnyDue()) {
      return 0;
    }
    List<PendingSms> batch = queue.take(BATCH, LEASE);
    pool.invokeAll(batch.stream().<Callable<Void>>map(sms -> () -> attempt(sms)).toList());
    return batch.size();
  }

  private Void attempt(PendingSms sms) {
    try {
      if (isWorthless(sms)) {
        queue.failed(sms.id(), "EXPIRED: too old to be of use");
        log.warn("{} given up: too old to be of use", sms);
      } else {
        queue.sent(sms.id(), sender.send(sms).providerId());
      }
    } catch (SmsFault fault) {
      refused(sms, fault);
    } catch (RuntimeException error) {
      // Noted or not, the lease brings it again.
      log.warn("{} could not be sent or noted: {}", sms, error.toString());
    }
    return null;
  }

  private void refused(PendingSms sms, SmsFault fault) {
    try {
      if (fault.isPassing()) {
        log.info("{} will be tried again: {}", sms, fault.getMessage());
        queue.retryLater(sms.id(), backoff(sms.attempts()), String.valueOf(fault.getMessage()));
      } else {
        log.error("{} refused for good: {}", sms, fault.getMessage());
        queue.failed(sms.id(), String.valueOf(fault.getMessage()));
      }
    } catch (RuntimeException databaseAway) {
      log.warn("{}: the answer could not be noted: {}", sms, databaseAway.toString());
    }
  }

  /** A code that has expired only confuses; so does a reminder of yesterday. */
  private boolean isWorthless(PendingSms sms) {
    String minutes = sms.values().get("minutes");
    Duration useful =
        minutes == null ? WORTHLESS_AFTER : Duration.ofMinutes(Long.parseLong(minutes));
    return sms.createdAt().plus(useful).isBefore(clock.instant());
  }

  /** Two seconds doubling to ten minutes, with up to half of jitter. */
  static Duration backoff(int attempts) {
    long full =
        Math.min(
            LONGEST_DELAY.toMillis(), FIRST_DELAY.toMillis() << Math.clamp(attempts - 1, 0, 20));
    return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
  }
}
