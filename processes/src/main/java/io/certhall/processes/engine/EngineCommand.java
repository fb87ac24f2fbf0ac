package io.certhall.processes.engine;

import java.util.Map;

/** What the hall tells the engine. Sending one twice has the effect of sending it once. */
public sealed interface EngineCommand {

  /** Ties the command to its order in logs and in the outbox. */
  String businessKey();

  /**
   * Starts the one instance of an order under the policy version it was submitted with. A second
   * instance from a doubtful first attempt is recognised at its first step and cancelled there.
   */
  record StartOrder(String orderNo, long policyVersionId, Map<String, Object> variables)
      implements EngineCommand {
    @Override
    public String businessKey() {
      return orderNo;
    }
  }

  /** Completes the waiting step behind a human task. */
  record CompleteStep(String orderNo, long jobKey, Map<String, Object> variables)
      implements EngineCommand {
    @Override
    public String businessKey() {
      return orderNo;
    }
  }

  /** Ends an instance whose order was withdrawn or closed, or that is a duplicate. */
  record CancelInstance(String orderNo, long processInstanceKey) implements EngineCommand {
    @Override
    public String businessKey() {
      return orderNo;
    }
  }

  /** Hands a job out again that a worker had given up; a person has mended the cause. */
  record RetryJob(String orderNo, long jobKey) implements EngineCommand {
    @Override
    public String businessKey() {
      return orderNo;
    }
  }
}
