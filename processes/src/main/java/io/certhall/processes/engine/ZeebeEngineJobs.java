package io.certhall.processes.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Zeebe job workers over gRPC, by streams. */
@Component
class ZeebeEngineJobs implements EngineJobs {

  private static final int BUSY_ATTEMPTS = 8;

  private final CamundaClient client;

  ZeebeEngineJobs(CamundaClient client) {
    this.client = client;
  }

  @Override
  public Subscription open(
      String jobType, Duration timeout, int maxActive, Consumer<EngineJob> handler) {
    JobWorker worker =
        client
            .newWorker()
            .jobType(jobType)
            .handler((jobClient, job) -> handler.accept(toJob(job)))
            .name("certhall")
            .timeout(timeout)
            .maxJobsActive(maxActive)
            // Pushed as they arise, which spares the broker the polls; what a push missed, a poll
            // finds.
            .streamEnabled(true)
            .pollInterval(Duration.ofSeconds(1))
            .fetchVariables("orderNo", "round")
            .open();
    return worker::close;
  }

  @Override
  public CompletionStage<Void> complete(long jobKey, Map<String, Object> variables) {
    return insist(() -> client.newCompleteCommand(jobKey).variables(variables).send(), 1);
  }

  @Override
  public CompletionStage<Void> retryLater(
      long jobKey, int retries, Duration backoff, String message) {
    return insist(
        () ->
            client
                .newFailCommand(jobKey)
                .retries(retries)
                .retryBackoff(backoff)
                .errorMessage(message)
                .send(),
        1);
  }

  @Override
  public CompletionStage<Void> throwError(long jobKey, String errorCode, String message) {
    return insist(
        () -> client.newThrowErrorCommand(jobKey).errorCode(errorCode).errorMessage(message).send(),
        1);
  }

  /** Busy engines are asked again at once; anything else is left to the job's time-out. */
  private static CompletionStage<Void> insist(
      Supplier<? extends CompletionStage<?>> command, int attempt) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    command
        .get()
        .whenComplete(
            (done, error) -> {
              if (error == null || EngineErrors.isNotFound(error)) {
                result.complete(null);
                return;
              }
              EngineFault fault = EngineErrors.fault("job", error);
              if (fault.kind() != EngineFault.Kind.BUSY || attempt >= BUSY_ATTEMPTS) {
                result.completeExceptionally(fault);
                return;
              }
              long millis = 10L << attempt;
              Executor later =
                  CompletableFuture.delayedExecutor(
                      millis + ThreadLocalRandom.current().nextLong(millis), TimeUnit.MILLISECONDS);
              later.execute(
                  () ->
                      insist(command, attempt + 1)
                          .whenComplete(
                              (again, failed) -> {
                                if (failed == null) {
                                  result.complete(null);
                                } else {
                                  result.completeExceptionally(failed);
                                }
                              }));
            });
    return result;
  }

  private static EngineJob toJob(ActivatedJob job) {
    Map<String, Object> variables = job.getVariablesAsMap();
    return new EngineJob(
        job.getKey(),
        job.getType(),
        job.getElementId(),
        job.getProcessInstanceKey(),
        String.valueOf(variables.get("orderNo")),
        variables.get("round") instanceof Number round ? round.intValue() : 1,
        job.getRetries(),
        job.getCustomHeaders());
  }
}
