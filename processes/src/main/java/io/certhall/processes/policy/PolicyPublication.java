package io.certhall.processes.policy;

import static io.certhall.db.generated.Tables.POLICY_ACTIVE;
import static io.certhall.db.generated.Tables.POLICY_VERSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.certhall.bpmn.CompiledPolicy;
import io.certhall.bpmn.HallPack;
import io.certhall.bpmn.PolicyChecks;
import io.certhall.bpmn.PolicyCompiler;
import io.certhall.bpmn.PolicyFinding;
import io.certhall.db.generated.tables.records.PolicyVersionRecord;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.configuration.NewRecords;
import io.certhall.processes.engine.EngineFault;
import io.certhall.processes.engine.PolicyDeployment;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Publishing: check, compile, store as a new version, make it the active one. */
@Service
public class PolicyPublication {

  private static final Logger log = LoggerFactory.getLogger(PolicyPublication.class);

  private final DSLContext dsl;
  private final Clock clock;
  private final AuditLog audit;
  private final PublishedPolicies policies;
  private final NewRecords newRecords;
  private final PolicyDeployment deployment;

  PolicyPublication(
      DSLContext dsl,
      Clock clock,
      AuditLog audit,
      PublishedPolicies policies,
      NewRecords newRecords,
      PolicyDeployment deployment) {
    this.dsl = dsl;
    this.newRecords = newRecords;
    this.deployment = deployment;
    this.clock = clock;
    this.audit = audit;
    this.policies = policies;
  }

  /**
   * Where a version comes from.
   *
   * @param preparedBy who changed it, when that is known
   * @param restoredVersionNo the earlier version with the same content
   */
  record Origin(@Nullable String preparedBy, @Nullable Integer restoredVersionNo) {

    static final Origin PACK = new Origin(null, null);

    static Origin draft(String preparedBy) {
      return new Origin(preparedBy, null);
    }

    static Origin restored(int versionNo) {
      return new Origin(null, versionNo);
    }
  }

  /**
   * @param note why; shown in the hall's history
   * @return the new version's id
   * @throws Refusal RULE with one problem per error found in the pack
   */
  @Transactional
  public long publish(Actor actor, HallPack pack, String note) {
    return publish(actor, pack, note, Origin.PACK);
  }

  /** As above; what the engine refuses is not published, nor pinned. */
  @Transactional
  long publish(Actor actor, HallPack pack, String note, Origin origin) {
    if (!actor.isSystem()) {
      actor.require(Role.MANAGER);
    }
    long id = store(actor, pack, note, origin, nextVersion(pack.hall()));
    try {
      deployment.pin(id);
    } catch (EngineFault fault) {
      if (!fault.isPassing()) {
        throw Refusal.rule(
            "order.bpmn", "POLICY_ENGINE_REFUSED", String.valueOf(fault.getMessage()));
      }
      log.warn("version {} of {} is deployed by its first order", id, pack.hall(), fault);
    }
    return id;
  }

  /**
   * Publishes a pack of the repository where none runs yet, or an older seed does. The number is
   * read before the check: should another process publish in between, one of the two sees the
   * other's version and leaves it, or both want the same number and the database refuses one.
   */
  @Transactional
  public void publishSeed(HallPack seed) {
    int versionNo = nextVersion(seed.hall());
    var active =
        dsl.select(POLICY_VERSION.CONTENT_HASH, POLICY_VERSION.PUBLISHED_BY)
            .from(POLICY_ACTIVE)
            .join(POLICY_VERSION)
            .on(POLICY_VERSION.ID.eq(POLICY_ACTIVE.POLICY_VERSION_ID))
            .where(POLICY_ACTIVE.HALL.eq(seed.hall()))
            .fetchOne();
    boolean managed = active != null && !active.value2().equals(Actor.SYSTEM.name());
    if (managed || (active != null && active.value1().equals(seed.contentHash()))) {
      return;
    }
    store(Actor.SYSTEM, seed, "seed", Origin.PACK, versionNo);
  }

  private int nextVersion(String hall) {
    return dsl.select(coalesce(max(POLICY_VERSION.VERSION_NO), inline(0)))
            .from(POLICY_VERSION)
            .where(POLICY_VERSION.HALL.eq(hall))
            .fetchSingle()
            .value1()
        + 1;
  }

  /** A finding as a reason of a refusal, with its words in both languages. */
  static Problem problem(PolicyFinding finding) {
    return Problem.of(
        finding.file(),
        "POLICY_FINDING",
        finding.messageZh(),
        finding.messageEn(),
        finding.file(),
        finding.element(),
        finding.code());
  }

  private long store(Actor actor, HallPack pack, String note, Origin origin, int versionNo) {
    Refusal.unlessEmpty(
        RefusalKind.RULE,
        PolicyChecks.check(pack).stream()
            .filter(PolicyFinding::isError)
            .map(PolicyPublication::problem)
            .toList());
    CompiledPolicy compiled = PolicyCompiler.compile(pack);
    PolicyVersionRecord version = newRecords.of(POLICY_VERSION);
    version
        .setHall(pack.hall())
        .setVersionNo(versionNo)
        .setContentHash(pack.contentHash())
        .setSource(PolicyFiles.write(pack.files()))
        .setProcessId(compiled.processId())
        .setCompiledBpmn(compiled.bpmnXml())
        .setNote(note)
        .setPublishedAt(clock.instant())
        .setPublishedBy(actor.name())
        .setPreparedBy(origin.preparedBy())
        .setRestoredVersionNo(origin.restoredVersionNo())
        .insert();
    dsl.insertInto(POLICY_ACTIVE)
        .set(POLICY_ACTIVE.HALL, pack.hall())
        .set(POLICY_ACTIVE.POLICY_VERSION_ID, version.getId())
        .onDuplicateKeyUpdate()
        .set(POLICY_ACTIVE.POLICY_VERSION_ID, version.getId())
        .execute();
    audit.record(
        actor, "policy.published", "policy", pack.hall() + "/" + versionNo, pack.hall(), note);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            policies.refresh();
          }
        });
    return version.getId();
  }
}
