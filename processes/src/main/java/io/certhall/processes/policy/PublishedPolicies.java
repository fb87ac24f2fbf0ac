package io.certhall.processes.policy;

import static io.certhall.db.generated.Tables.POLICY_ACTIVE;
import static io.certhall.db.generated.Tables.POLICY_VERSION;

import io.certhall.bpmn.FeeTable;
import io.certhall.bpmn.FirstStep;
import io.certhall.bpmn.HallPack;
import io.certhall.bpmn.LimitTable;
import io.certhall.bpmn.MaterialTable;
import io.certhall.bpmn.MessageCatalog;
import io.certhall.bpmn.PackReader;
import io.certhall.processes.refusal.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs. Versions never change and stay cached; which one is active is looked up again after a
 * moment, so that a publication on another node is seen here.
 */
@Component
public class PublishedPolicies {

  private static final Duration ACTIVE_FOR = Duration.ofSeconds(2);
  private static final TypeReference<TreeMap<String, String>> FILES = new TypeReference<>() {};

  private final DSLContext dsl;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<Long, PublishedPolicy> versions = new ConcurrentHashMap<>();
  private volatile ActiveHalls active = new ActiveHalls(new TreeMap<>(), Instant.MIN);

  private record ActiveHalls(Map<String, Long> versionIds, Instant readAt) {}

  PublishedPolicies(DSLContext dsl, Clock clock) {
    this.dsl = dsl;
    this.clock = clock;
  }

  /** The version new orders of this hall get. */
  public PublishedPolicy active(String hall) {
    Long id = activeIds().get(hall);
    if (id == null) {
      throw Refusal.notFound("HALL_UNKNOWN", hall);
    }
    return version(id);
  }

  /** All halls that can be used now, in the order their settings ask for. */
  public List<PublishedPolicy> active() {
    return activeIds().values().stream()
        .map(this::version)
        .sorted(
            Comparator.comparingInt((PublishedPolicy policy) -> policy.settings().position())
                .thenComparing(PublishedPolicy::hall))
        .toList();
  }

  /** The version an order runs under: the one it was submitted under, until then the active one. */
  public PublishedPolicy under(String hall, @Nullable Long versionId) {
    return versionId == null ? active(hall) : version(versionId);
  }

  public PublishedPolicy version(long id) {
    return versions.computeIfAbsent(id, this::read);
  }

  /** Forgets which versions are active; called after a publication. */
  void refresh() {
    active = new ActiveHalls(new TreeMap<>(), Instant.MIN);
  }

  private Map<String, Long> activeIds() {
    ActiveHalls current = active;
    Instant now = clock.instant();
    if (current.readAt() == Instant.MIN || current.readAt().plus(ACTIVE_FOR).isBefore(now)) {
      Map<String, Long> ids =
          new TreeMap<>(
              dsl.select(POLICY_ACTIVE.HALL, POLICY_ACTIVE.POLICY_VERSION_ID)
                  .from(POLICY_ACTIVE)
                  .fetchMap(POLICY_ACTIVE.HALL, POLICY_ACTIVE.POLICY_VERSION_ID));
      current = new ActiveHalls(ids, now);
      active = current;
    }
    return current.versionIds();
  }

  private PublishedPolicy read(long id) {
    var row =
        dsl.select(
                POLICY_VERSION.HALL,
                POLICY_VERSION.VERSION_NO,
                POLICY_VERSION.SOURCE,
                POLICY_VERSION.PROCESS_ID,
                POLICY_VERSION.COMPILED_BPMN)
            .from(POLICY_VERSION)
            .where(POLICY_VERSION.ID.eq(id))
            .fetchSingle();
    HallPack pack = PackReader.read(json.readValue(row.value3(), FILES));
    return new PublishedPolicy(
        id,
        row.value1(),
        row.value2(),
        pack,
        row.value4(),
        row.value5(),
        FeeTable.of(pack),
        MaterialTable.of(pack),
        LimitTable.of(pack),
        MessageCatalog.of(pack),
        FirstStep.of(row.value5()));
  }
}
