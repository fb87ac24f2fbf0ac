package io.certhall.standalone.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.worker.JobWorker;
import io.grpc.Status;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The baseline: the same process on the same engine, with workers that do nothing. */
final class BareEngine implements AutoCloseable {

  private static final List<String> JOBS =
      List.of("issue-certificates", "issue-invoice", "complete-order");

  private final CamundaClient client;
  private final AtomicInteger errors = new AtomicInteger();

  BareEngine(URI grpcAddress) {
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(grpcAddress)
            .restAddress(URI.create("http://127.0.0.1:9"))
            .preferRestOverGrpc(false)
            .numJobWorkerExecutionThreads(2)
            .build();
  }

  /** Orders per second. */
  double run(String processId, String bpmn, int orders, int inFlight) {
    String bare = "bare-" + processId;
    long definition =
        client
            .newDeployResourceCommand()
            .addResourceBytes(
                bpmn.replace("id=\"" + processId + "\"", "id=\"" + bare + "\"")
                    .getBytes(StandardCharsets.UTF_8),
                bare + ".bpmn")
            .send()
            .join()
            .getProcesses()
            .getFirst()
            .getProcessDefinitionKey();
    CountDownLatch done = new CountDownLatch(orders);
    Semaphore places = new Semaphore(inFlight);
    List<JobWorker> workers = new ArrayList<>();
    for (String type : JOBS) {
      workers.add(
          worker(
              type,
              Map.of(),
              type.equals("complete-order")
                  ? () -> {
                    done.countDown();
                    places.release();
                  }
                  : () -> {}));
    }
    workers.add(
        worker("io.camunda.zeebe:userTask", Map.of("approved", true, "dueFen", 0), () -> {}));
    long start = System.nanoTime();
    try {
      for (int i = 0; i < orders; i++) {
        places.acquire();
        create(definition, i);
      }
      if (!done.await(10, TimeUnit.MINUTES)) {
        errors.addAndGet((int) done.getCount());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      workers.forEach(JobWorker::close);
    }
    return orders * 1e9 / (System.nanoTime() - start);
  }

  int errors() {
    return errors.get();
  }

  private void create(long definition, int number) {
    insist(
        () ->
            client
                .newCreateInstanceCommand()
                .processDefinitionKey(definition)
                .variables(
                    Map.of(
                        "orderNo",
                        "bare" + number,
                        "hall",
                        "gscamce",
                        "service",
                        "NEW",
                        "round",
                        1,
                        "dueFen",
                        45000,
                        "deliveryMethod",
                        "COURIER",
                        "invoiceWanted",
                        false))
                .send(),
        () -> {});
  }

  private JobWorker worker(String type, Map<String, Object> variables, Runnable after) {
    return client
        .newWorker()
        .jobType(type)
        .handler(
            (jobs, job) ->
                insist(
                    () -> client.newCompleteCommand(job.getKey()).variables(variables).send(),
                    after))
        .maxJobsActive(512)
        .streamEnabled(true)
        .fetchVariables("orderNo", "round")
        .open();
  }

  private <T> void insist(Supplier<? extends CompletionStage<T>> command, Runnable after) {
    command
        .get()
        .whenComplete(
            (result, error) -> {
              if (error == null) {
                after.run();
              } else if (isBusy(error)) {
                CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)
                    .execute(() -> insist(command, after));
              } else {
                errors.incrementAndGet();
                after.run();
              }
            });
  }

  private static boolean isBusy(Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause instanceof ClientStatusException status
        && status.getStatusCode() == Status.Code.RESOURCE_EXHAUSTED;
  }

  @Override
  public void close() {
    client.close();
  }
}
