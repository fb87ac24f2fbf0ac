package io.certhall.processes.engine;

import org.springframework.stereotype.Component;

/** Brings a version to the engine when it is published, so that a refusal is known at once. */
@Component
public class PolicyDeployment {

  private final EngineDeployments deployments;
  private final ProcessEngine engine;

  PolicyDeployment(EngineDeployments deployments, ProcessEngine engine) {
    this.deployments = deployments;
    this.engine = engine;
  }

  /**
   * Deploys the version and keeps its key, under which orders of this version will start.
   *
   * @throws EngineFault passing when the engine is away (the first order deploys then), permanent
   *     when it refuses the model
   */
  public void pin(long policyVersionId) {
    deployments.definitionKey(policyVersionId, engine);
  }
}
