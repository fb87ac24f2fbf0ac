package io.certhall.workers.job;

import io.certhall.processes.engine.EngineJob;
import java.util.List;
import java.util.Map;

/** Work so small that what arrives together is done in one transaction. */
public interface GatheringJobHandler extends OrderJobHandler {

  /** All or none; when it fails, each job is handled alone. */
  void handle(List<EngineJob> jobs);

  @Override
  default Map<String, Object> handle(EngineJob job) {
    handle(List.of(job));
    return Map.of();
  }
}
