package io.certhall.workers.job;

import io.certhall.processes.engine.EngineJob;
import java.util.Map;

/**
 * Does one kind of machine work. Called at least once per step: a second call with the same order,
 * round and element must return the first result.
 */
public interface OrderJobHandler {

  String jobType();

  /**
   * @return variables for the process; usually none
   */
  Map<String, Object> handle(EngineJob job);
}
