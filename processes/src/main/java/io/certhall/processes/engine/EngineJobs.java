package io.certhall.processes.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The worker's side of the port: take jobs, report how they ended. */
public interface EngineJobs {

  /** A subscription; closing it stops new jobs, running handlers finish. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Receives jobs of one type.
   *
   * @param timeout after which a job that was not reported is handed out again
   * @param maxActive jobs held by this process at once
   * @param handler called on a client thread; must not block for long
   */
  Subscription open(String jobType, Duration timeout, int maxActive, Consumer<EngineJob> handler);

  /** Ends normally also when the job is gone. Retries while the engine is busy. */
  CompletionStage<Void> complete(long jobKey, Map<String, Object> variables);

  /** Gives the job back for another attempt after the backoff. */
  CompletionStage<Void> retryLater(long jobKey, int retries, Duration backoff, String message);

  /** Reports a business outcome that the diagram draws as an error event. */
  CompletionStage<Void> throwError(long jobKey, String errorCode, String message);
}
