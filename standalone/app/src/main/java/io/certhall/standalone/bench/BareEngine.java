package io.certhall.standalone.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import io.certhall.standalone.Console;
import io.grpc.Status;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The baseline: the same process on the same engine, with workers that do nothing. */
final class BareEngine implements AutoCloseable {

  private static final String PREFIX = "bare-";
  private static final String WAITING = PREFIX + "waiting";
  private static final String LAST = PREFIX + "complete-order";
  private static final List<String> JOBS =
      List.of(PREFIX + "issue-certificates", PREFIX + "issue-invoice", LAST);

  private static final Duration JOB_TIMEOUT = Duration.ofSeconds(10);

  private final CamundaClient client;
  private final long definition;
  private final List<JobWorker> workers = new ArrayList<>();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicReference<Round> round = new AtomicReference<>(new Round(0, 1));

  /** One measured round: what is left of it and how many may be under way. */
  private record Round(CountDownLatch left, Semaphore places) {
    Round(int orders, int inFlight) {
      this(new CountDownLatch(orders), new Semaphore(inFlight));
    }
  }

  BareEngine(URI grpcAddress, String processId, String bpmn) {
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(grpcAddress)
            .restAddress(URI.create("http://127.0.0.1:9"))
            .preferRestOverGrpc(false)
            .numJobWorkerExecutionThreads(2)
            .build();
    definition = deploy(processId, bpmn);
    for (String type : JOBS) {
      workers.add(worker(type, Map.of(), type.equals(LAST) ? this::done : () -> {}));
    }
    workers.add(worker(WAITING, Map.of("approved", true, "dueFen", 0), () -> {}));
  }

  private long deploy(String processId, String bpmn) {
    return client
        .newDeployResourceCommand()
        .addResourceBytes(bare(processId, bpmn).getBytes(StandardCharsets.UTF_8), "bare.bpmn")
        .send()
        .join()
        .getProcesses()
        .getFirst()
        .getProcessDefinitionKey();
  }

  /**
   * The same shape under job types of its own: polls of the hall's stopped workers are still open
   * at the broker and would take this process's jobs away. User tasks are jobs like the others.
   */
  private static String bare(String processId, String bpmn) {
    return bpmn.replace("id=\"" + processId + "\"", "id=\"bare-" + processId + "\"")
        .replaceAll("(<zeebe:taskDefinition [^>]*type=\")", "$1" + PREFIX)
        .replace("bpmn:userTask", "bpmn:serviceTask")
        .replaceAll(
            "<zeebe:assignmentDefinition [^>]*/>",
            "<zeebe:taskDefinition type=\"" + WAITING + "\" />");
  }

  /** Orders per second. */
  double run(int orders, int inFlight) {
    Round now = new Round(orders, inFlight);
    round.set(now);
    long start = System.nanoTime();
    try {
      for (int i = 0; i < orders; i++) {
        now.places().acquire();
        create(i);
      }
      if (!now.left().await(10, TimeUnit.MINUTES)) {
        errors.addAndGet((int) now.left().getCount());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return orders * 1e9 / (System.nanoTime() - start);
  }

  private void done() {
    Round now = round.get();
    now.left().countDown();
    now.places().release();
  }

  int errors() {
    return errors.get();
  }

  private void create(int number) {
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
                        "holder",
                        "ORGANISATION",
                        "round",
                        1,
                        "dueFen",
                        45000,
                        "deliveryMethod",
                        "COURIER",
                        "invoiceWanted",
                        false))
                .send(),
        () -> {},
        this::done);
  }

  private JobWorker worker(String type, Map<String, Object> variables, Runnable after) {
    return client
        .newWorker()
        .jobType(type)
        .handler(
            (jobs, job) ->
                insist(
                    () -> client.newCompleteCommand(job.getKey()).variables(variables).send(),
                    after,
                    after))
        .timeout(JOB_TIMEOUT)
        .maxJobsActive(512)
        .streamEnabled(true)
        .pollInterval(Duration.ofSeconds(1))
        .fetchVariables("orderNo", "round")
        .open();
  }

  private <T> void insist(
      Supplier<? extends CompletionStage<T>> command, Runnable after, Runnable failed) {
    command
        .get()
        .whenComplete(
            (result, error) -> {
              if (error == null) {
                after.run();
              } else if (isBusy(error)) {
                CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)
                    .execute(() -> insist(command, after, failed));
              } else {
                if (errors.getAndIncrement() < 5) {
                  Console.progress("bare engine: " + error.getMessage());
                }
                failed.run();
              }
            });
  }

  private static boolean isBusy(Throwable error) {
    return Status.fromThrowable(error).getCode() == Status.Code.RESOURCE_EXHAUSTED;
  }

  @Override
  public void close() {
    workers.forEach(JobWorker::close);
    client.close();
  }
}
