package io.certhall.workers.mail;

import io.certhall.processes.invoice.InvoiceFile;
import io.certhall.processes.invoice.InvoiceMails;
import io.certhall.processes.notification.MailQueue;
import io.certhall.processes.notification.PendingMail;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;

/**
 * Sends waiting mails one after the other, at least once. A mail that can't be made, or was tried
 * for a day, is given up; an unreachable server is asked again and again.
 */
final class MailDispatcher implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(MailDispatcher.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(2);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final int BATCH = 10;
  private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /** About a day, with the delays above. */
  private static final int MOST_ATTEMPTS = 100;

  private final MailQueue queue;
  private final InvoiceMails invoices;
  private final MailSender sender;
  private volatile boolean running;
  private Thread loop = Thread.currentThread();

  MailDispatcher(MailQueue queue, InvoiceMails invoices, MailSender sender) {
    this.queue = queue;
    this.invoices = invoices;
    this.sender = sender;
  }

  @Override
  public void start() {
    running = true;
    loop = Thread.ofPlatform().name("mail-dispatch").daemon().start(this::loop);
  }

  /** The mail under way is finished; the rest stays in the table. */
  @Override
  public void stop() {
    running = false;
    loop.interrupt();
    try {
      loop.join(15_000);
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
        log.warn("mails: the database does not answer: {}", databaseAway.getMessage());
        pause = AFTER_FAULT;
      }
    }
  }

  private int sendDue() {
    if (!queue.isAnyDue()) {
      return 0;
    }
    List<PendingMail> batch = queue.take(BATCH, LEASE);
    batch.forEach(this::attempt);
    return batch.size();
  }

  private void attempt(PendingMail mail) {
    String invoiceNo = mail.invoiceNo();
    try {
      InvoiceFile file =
          invoiceNo == null
              ? null
              : invoices
                  .file(invoiceNo)
                  .orElseThrow(() -> new MailPreparationException("no invoice " + invoiceNo));
      sender.send(mail, file);
    } catch (MailPreparationException broken) {
      log.error("{} can't be sent: {}", mail, broken.getMessage());
      queue.failed(mail.id(), String.valueOf(broken.getMessage()));
      return;
    } catch (MailException refused) {
      later(mail, refused);
      return;
    }
    queue.sent(mail.id());
    if (invoiceNo != null) {
      invoices.sent(invoiceNo);
    }
  }

  private void later(PendingMail mail, MailException refused) {
    if (refused instanceof MailAuthenticationException) {
      log.error("the mail server refuses our account: {}", refused.getMessage());
    }
    if (mail.attempts() >= MOST_ATTEMPTS) {
      queue.failed(mail.id(), String.valueOf(refused.getMessage()));
    } else {
      log.info("{} will be tried again: {}", mail, refused.getMessage());
      queue.retryLater(mail.id(), backoff(mail.attempts()), String.valueOf(refused.getMessage()));
    }
  }

  /** Five seconds doubling to a quarter of an hour, with up to half of jitter. */
  static Duration backoff(int attempts) {
    long full =
        Math.min(
            LONGEST_DELAY.toMillis(), FIRST_DELAY.toMillis() << Math.clamp(attempts - 1, 0, 12));
    return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
  }
}
