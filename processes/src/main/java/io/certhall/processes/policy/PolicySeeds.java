package io.certhall.processes.policy;

import io.certhall.bpmn.HallPack;
import io.certhall.bpmn.PackSource;
import io.certhall.processes.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Publishes the packs of the repository for halls that have none yet, and newer seeds where no
 * manager has published since. What a manager published is never overwritten. Halls in the folder
 * {@code certhall.policies.folder} are treated alike and go before shipped ones of the same code.
 */
@Component
class PolicySeeds implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PolicySeeds.class);

  private final PolicyPublication publication;
  private final String ownHalls;
  private volatile boolean running;

  PolicySeeds(
      PolicyPublication publication, @Value("${certhall.policies.folder:}") String ownHalls) {
    this.publication = publication;
    this.ownHalls = ownHalls;
  }

  @Override
  public void start() {
    List<HallPack> own = own();
    Set<String> replaced = own.stream().map(HallPack::hall).collect(Collectors.toSet());
    PackSource.fromClasspath().stream()
        .filter(seed -> !replaced.contains(seed.hall()))
        .forEach(this::publish);
    own.forEach(this::publishOwn);
    running = true;
  }

  /** Halls of the operator's folder; one of them that is wrong must not keep the others closed. */
  private List<HallPack> own() {
    if (ownHalls.isBlank()) {
      return List.of();
    }
    try {
      return PackSource.fromOwnFolder(
          Path.of(ownHalls), broken -> log.error("hall left out: {}", broken.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "certhall.policies.folder can't be read: " + ownHalls + "; name a folder with halls", e);
    }
  }

  private void publishOwn(HallPack pack) {
    try {
      publish(pack);
    } catch (Refusal refused) {
      log.error("hall {} left out: {}", pack.hall(), refused.problems());
    }
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
