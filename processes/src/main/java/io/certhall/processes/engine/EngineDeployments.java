package io.certhall.processes.engine;

import static io.certhall.db.generated.Tables.ENGINE_DEPLOYMENT;
import static io.certhall.db.generated.Tables.POLICY_VERSION;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Under which key the engine knows each published version. Deploys on first need; deploying the
 * same content twice gives the same key, so nothing has to be locked.
 */
@Component
class EngineDeployments {

  private final DSLContext dsl;
  private final Clock clock;
  private final Map<Long, Long> keys = new ConcurrentHashMap<>();

  EngineDeployments(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  long definitionKey(long policyVersionId, ProcessEngine engine) {
    Long known = keys.get(policyVersionId);
    if (known == null) {
      known = stored(policyVersionId);
    }
    if (known == null) {
      return deploy(policyVersionId, engine);
    }
    keys.put(policyVersionId, known);
    return known;
  }

  /** The engine does not know the key: its data was lost. The next start deploys again. */
  void forget(long policyVersionId) {
    keys.remove(policyVersionId);
    dsl.deleteFrom(ENGINE_DEPLOYMENT)
        .where(ENGINE_DEPLOYMENT.POLICY_VERSION_ID.eq(policyVersionId))
        .execute();
  }

  private long deploy(long policyVersionId, ProcessEngine engine) {
    var version =
        dsl.select(POLICY_VERSION.PROCESS_ID, POLICY_VERSION.COMPILED_BPMN)
            .from(POLICY_VERSION)
            .where(POLICY_VERSION.ID.eq(policyVersionId))
            .fetchSingle();
    long key = engine.deploy(version.value1() + ".bpmn", version.value2());
    dsl.insertInto(ENGINE_DEPLOYMENT)
        .set(ENGINE_DEPLOYMENT.POLICY_VERSION_ID, policyVersionId)
        .set(ENGINE_DEPLOYMENT.PROCESS_DEFINITION_KEY, key)
        .set(ENGINE_DEPLOYMENT.DEPLOYED_AT, clock.instant())
        .onDuplicateKeyUpdate()
        .set(ENGINE_DEPLOYMENT.PROCESS_DEFINITION_KEY, key)
        .set(ENGINE_DEPLOYMENT.DEPLOYED_AT, clock.instant())
        .execute();
    keys.put(policyVersionId, key);
    return key;
  }

  private @Nullable Long stored(long policyVersionId) {
    return dsl.select(ENGINE_DEPLOYMENT.PROCESS_DEFINITION_KEY)
        .from(ENGINE_DEPLOYMENT)
        .where(ENGINE_DEPLOYMENT.POLICY_VERSION_ID.eq(policyVersionId))
        .fetchOne(ENGINE_DEPLOYMENT.PROCESS_DEFINITION_KEY);
  }
}
