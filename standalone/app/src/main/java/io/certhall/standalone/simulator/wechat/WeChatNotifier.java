package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.wechat.PaymentBook.Change;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings reports to the merchant until it answers 2xx, as the provider does over a day, only
 * faster. What was not accepted when the simulator was killed goes on after the next start.
 */
final class WeChatNotifier implements AutoCloseable {

  /** The provider: 15 s, 15 s, 30 s, 3 min, 10 min, 20 min, 30 min, … */
  static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5));

  private static final Logger LOG = LoggerFactory.getLogger(WeChatNotifier.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final PaymentBook book;
  private final PlatformSignature signature;
  private final List<Duration> waits;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_WITHIN)
          .build();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("wechatpay-simulator").unstarted(task));

  WeChatNotifier(PaymentBook book, PlatformSignature signature, List<Duration> waits) {
    this.book = book;
    this.signature = signature;
    this.waits = waits;
  }

  /**
   * @param times all at once; only the first is repeated until it is accepted
   */
  void send(SimulatedNotification notification, int times, Duration delay) {
    SimulatedPayment payment = book.payment(notification.outTradeNo()).orElseThrow();
    after(delay, () -> attempt(payment, notification, 0));
    for (int copy = 1; copy < times; copy++) {
      after(delay, () -> deliver(payment, notification));
    }
  }

  /** What the last run did not bring home. */
  void resume() {
    for (SimulatedNotification notification : book.undelivered()) {
      send(notification, 1, waits.isEmpty() ? Duration.ZERO : waits.get(0));
    }
  }

  private void attempt(SimulatedPayment payment, SimulatedNotification notification, int number) {
    deliver(payment, notification)
        .thenAccept(
            accepted -> {
              if (accepted || number == waits.size()) {
                book.write(new Change(null, null, notification.end()));
              } else {
                after(waits.get(number), () -> attempt(payment, notification, number + 1));
              }
            });
  }

  private CompletableFuture<Boolean> deliver(
      SimulatedPayment payment, SimulatedNotification notification) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(payment.notifyUrl())
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json")
            .header("Accept", "*/*")
            .POST(HttpRequest.BodyPublishers.ofString(notification.body(), StandardCharsets.UTF_8));
    signature.headers(notification.body()).forEach(request::header);
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
        // not on the common pool: its threads don't see classes inside our jar
        .handleAsync(
            (answer, failure) -> {
              LOG.info(
                  "Report {} of payment {}: {}",
                  notification.id(),
                  payment.outTradeNo(),
                  failure == null ? "HTTP " + answer.statusCode() : failure.toString());
              return failure == null && answer.statusCode() / 100 == 2;
            },
            timer);
  }

  private void after(Duration delay, Runnable task) {
    try {
      timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.info("Stopping: the report goes on after the next start");
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    http.shutdownNow();
  }
}
