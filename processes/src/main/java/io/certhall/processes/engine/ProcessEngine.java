package io.certhall.processes.engine;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The one port to the process engine. No caller waits in a user's thread. */
public interface ProcessEngine {

  /**
   * Deploys one compiled process.
   *
   * @return the key under which exactly this version is started
   * @throws EngineFault passing when the engine is away, permanent when it refuses the model
   */
  long deploy(String resourceName, String bpmnXml);

  /**
   * Sends a command. The stage ends normally when the engine has done it, now or before; it ends
   * with {@link EngineFault} otherwise.
   */
  CompletionStage<Void> send(EngineCommand command);

  /** Keeps a step's job with us for so long; ends normally also when the job is gone. */
  CompletionStage<Void> extendStep(long jobKey, Duration lease);

  /** True when the engine answers and has a leader for every partition. */
  boolean isReachable();
}
