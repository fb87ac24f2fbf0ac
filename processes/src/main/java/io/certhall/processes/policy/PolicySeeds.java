package io.certhall.processes.policy;

import static io.certhall.db.generated.Tables.POLICY_ACTIVE;
import static io.certhall.db.generated.Tables.POLICY_VERSION;

import io.certhall.bpmn.HallPack;
import io.certhall.bpmn.PackSource;
import io.certhall.processes.security.Actor;
import org.jooq.DSLContext;
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

  private final DSLContext dsl;
  private final PolicyPublication publication;
  private volatile boolean running;

  PolicySeeds(DSLContext dsl, PolicyPublication publication) {
    this.dsl = dsl;
    this.publication = publication;
  }

  @Override
  public void start() {
    PackSource.fromClasspath().stream().filter(this::isWanted).forEach(this::publish);
    running = true;
  }

  private boolean isWanted(HallPack seed) {
    var active =
        dsl.select(POLICY_VERSION.CONTENT_HASH, POLICY_VERSION.PUBLISHED_BY)
            .from(POLICY_ACTIVE)
            .join(POLICY_VERSION)
            .on(POLICY_VERSION.ID.eq(POLICY_ACTIVE.POLICY_VERSION_ID))
            .where(POLICY_ACTIVE.HALL.eq(seed.hall()))
            .fetchOne();
    return active == null
        || (active.value2().equals(Actor.SYSTEM.name())
            && !active.value1().equals(seed.contentHash()));
  }

  private void publish(HallPack seed) {
    try {
      publication.publish(Actor.SYSTEM, seed, "seed");
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
