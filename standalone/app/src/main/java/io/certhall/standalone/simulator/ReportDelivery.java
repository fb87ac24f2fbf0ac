package io.certhall.standalone.simulator;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a provider's reports to the merchant, again and again until one is accepted. */
public final class ReportDelivery implements AutoCloseable {

  /** Providers repeat over a day; here it goes faster. */
  public static final List<Duration> WAITS =
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

  private static final Logger LOG = LoggerFactory.getLogger(ReportDelivery.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final List<Duration> waits;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_WITHIN)
          .build();
  private final ScheduledExecutorService timer;

  /**
   * @param name of the provider, for its thread
   */
  public ReportDelivery(String name, List<Duration> waits) {
    this.waits = waits.isEmpty() ? WAITS : waits;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
  }

  /** How one report is sent and what happens around it. */
  public interface Report {

    /** For the log. */
    String name();

    /** Made anew for each attempt. */
    HttpRequest.Builder request();

    Predicate<HttpResponse<String>> accepted();

    /** Accepted or given up. */
    void ended();
  }

  /**
   * @param times all at once; only the first is repeated until it is accepted
   */
  public void send(Report report, int times, Duration delay) {
    after(delay, () -> attempt(report, 0));
    for (int copy = 1; copy < times; copy++) {
      after(delay, () -> deliver(report));
    }
  }

  /** One that the last run did not bring home. */
  public void resume(Report report) {
    send(report, 1, waits.getFirst());
  }

  private void attempt(Report report, int number) {
    deliver(report)
        .thenAccept(
            accepted -> {
              if (accepted || number == waits.size()) {
                report.ended();
              } else {
                after(waits.get(number), () -> attempt(report, number + 1));
              }
            });
  }

  private CompletableFuture<Boolean> deliver(Report report) {
    return http.sendAsync(
            report.request().timeout(ANSWER_WITHIN).build(), HttpResponse.BodyHandlers.ofString())
        // not on the common pool: its threads don't see classes inside our jar
        .handleAsync(
            (answer, failure) -> {
              LOG.info(
                  "Report {}: {}",
                  report.name(),
                  failure == null ? "HTTP " + answer.statusCode() : failure.toString());
              return failure == null && report.accepted().test(answer);
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
