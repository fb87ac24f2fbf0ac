package io.certhall.workers.status;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for what is due and has it signed: answers twice a second, lists every two seconds, so that
 * changes of one moment share a list. Several workers may run: each result is kept once.
 */
@Component
class StatusPublisher implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(StatusPublisher.class);
  private static final Duration ANSWERS = Duration.ofMillis(500);
  private static final Duration LISTS = Duration.ofSeconds(2);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(2);

  private final StatusSigning signing;
  private volatile boolean running;
  private Thread answers = Thread.currentThread();
  private Thread lists = Thread.currentThread();

  StatusPublisher(StatusSigning signing) {
    this.signing = signing;
  }

  @Override
  public void start() {
    running = true;
    answers =
        Thread.ofPlatform()
            .name("ocsp-signing")
            .daemon()
            .start(() -> loop("OCSP", ANSWERS, signing::answers));
    lists =
        Thread.ofPlatform()
            .name("crl-signing")
            .daemon()
            .start(() -> loop("CRL", LISTS, signing::lists));
  }

  /** What is being signed is finished; the rest stays in the table. */
  @Override
  public void stop() {
    running = false;
    try {
      for (Thread loop : new Thread[] {answers, lists}) {
        loop.interrupt();
        loop.join(15_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void loop(String what, Duration beat, IntSupplier work) {
    Duration pause = Duration.ZERO;
    while (running) {
      try {
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        pause = work.getAsInt() == StatusSigning.BATCH ? Duration.ZERO : beat;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException fault) {
        if (running) {
          log.warn("{}: nothing signed this time: {}", what, fault.toString());
        }
        pause = AFTER_FAULT;
      }
    }
  }
}
