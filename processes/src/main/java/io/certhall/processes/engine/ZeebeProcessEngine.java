package io.certhall.processes.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PartitionBrokerHealth;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/** Zeebe over gRPC. */
@Component
class ZeebeProcessEngine implements ProcessEngine {

  private final CamundaClient client;
  private final EngineDeployments deployments;

  ZeebeProcessEngine(CamundaClient client, EngineDeployments deployments) {
    this.client = client;
    this.deployments = deployments;
  }

  @Override
  public long deploy(String resourceName, String bpmnXml) {
    try {
      return client
          .newDeployResourceCommand()
          .addResourceBytes(bpmnXml.getBytes(StandardCharsets.UTF_8), resourceName)
          .send()
          .join()
          .getProcesses()
          .getFirst()
          .getProcessDefinitionKey();
    } catch (RuntimeException e) {
      throw EngineErrors.fault("deploy " + resourceName, e);
    }
  }

  @Override
  public CompletionStage<Void> send(EngineCommand command) {
    return transmit(command)
        .handle(
            (done, error) -> {
              if (error != null && !EngineErrors.meansAlreadyDone(command, error)) {
                throw new CompletionException(fault(command, error));
              }
              return null;
            });
  }

  private EngineFault fault(EngineCommand command, Throwable error) {
    EngineFault fault = EngineErrors.fault(describe(command), error);
    if (fault.kind() == EngineFault.Kind.NOT_DEPLOYED
        && command instanceof EngineCommand.StartOrder start) {
      deployments.forget(start.policyVersionId());
    }
    return fault;
  }

  private CompletionStage<?> transmit(EngineCommand command) {
    return switch (command) {
      case EngineCommand.StartOrder start ->
          client
              .newCreateInstanceCommand()
              .processDefinitionKey(deployments.definitionKey(start.policyVersionId(), this))
              .variables(start.variables())
              .send();
      case EngineCommand.CompleteStep complete ->
          client.newCompleteCommand(complete.jobKey()).variables(complete.variables()).send();
      case EngineCommand.CancelInstance cancel ->
          client.newCancelInstanceCommand(cancel.processInstanceKey()).send();
      case EngineCommand.RetryJob retry ->
          client.newFailCommand(retry.jobKey()).retries(3).errorMessage("retried").send();
    };
  }

  @Override
  public CompletionStage<Void> extendStep(long jobKey, Duration lease) {
    return client
        .newUpdateTimeoutCommand(jobKey)
        .timeout(lease)
        .send()
        .handle(
            (done, error) -> {
              if (error != null && !EngineErrors.isNotFound(error)) {
                throw new CompletionException(EngineErrors.fault("extend job " + jobKey, error));
              }
              return null;
            });
  }

  @Override
  public boolean isReachable() {
    try {
      return client
          .newTopologyRequest()
          .requestTimeout(Duration.ofSeconds(3))
          .send()
          .join()
          .getBrokers()
          .stream()
          .flatMap(broker -> broker.getPartitions().stream())
          .anyMatch(p -> p.isLeader() && p.getHealth() == PartitionBrokerHealth.HEALTHY);
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static String describe(EngineCommand command) {
    return command.getClass().getSimpleName() + " " + command.businessKey();
  }
}
