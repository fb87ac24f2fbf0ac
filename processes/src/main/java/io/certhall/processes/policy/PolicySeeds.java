package io.certhall.processes.policy;

import io.certhall.bpmn.HallPack;
import io.certhall.bpmn.PackSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Publishes the packs of the repository for halls that have none yet, and newer seeds where no
 * manager has published since. What a manager published is never overwritten.
 */
@Component
class PolicySeeds implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PolicySeeds.class);

  private final PolicyPublication publication;
  private volatile boolean running;

  PolicySeeds(PolicyPublication publication) {
    this.publication = publication;
  }

  @Override
  public void start() {
    PackSource.fromClasspath().forEach(this::publish);
    running = true;
  }

  private void publish(HallPack seed) {
    try {
      publication.publishSeed(seed);
    } catch (org.springframework.dao.DuplicateKeyException otherNode) {
      log.info("policy {} was published by another node at the same moment", seed.hall());
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before anything that takes orders. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1000;
  }
}
