package io.certhall.processes.medium;

import static io.certhall.db.generated.Tables.KEY_MEDIUM;
import static io.certhall.db.generated.Tables.KEY_MEDIUM_MINIMUM;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many keys of each model each hall has, and how many it should have. */
@Service
public class MediumStock {

  private static final int MOST = 1_000_000;

  private final DSLContext dsl;
  private final PublishedPolicies policies;
  private final AuditLog audit;

  MediumStock(DSLContext dsl, PublishedPolicies policies, AuditLog audit) {
    this.dsl = dsl;
    this.policies = policies;
    this.audit = audit;
  }

  /**
   * One model in one hall.
   *
   * @param counts keys per state; states without keys are left out
   * @param minimum null where nobody set one
   */
  public record Level(
      String hall, String model, Map<MediumState, Integer> counts, @Nullable Integer minimum) {

    public int inStock() {
      return counts.getOrDefault(MediumState.IN_STOCK, 0);
    }

    public boolean isLow() {
      return minimum != null && inStock() < minimum;
    }
  }

  private record Model(String hall, String name) implements Comparable<Model> {

    @Override
    public int compareTo(Model other) {
      int byHall = hall.compareTo(other.hall);
      return byHall != 0 ? byHall : name.compareTo(other.name);
    }
  }

  /**
   * By hall and model.
   *
   * @param hall null for all
   */
  public List<Level> levels(Actor actor, @Nullable String hall) {
    actor.require(MediumQuery.READERS);
    Map<Model, Map<MediumState, Integer>> counts = new TreeMap<>();
    dsl.select(KEY_MEDIUM.HALL, KEY_MEDIUM.MODEL, KEY_MEDIUM.STATE, DSL.count())
        .from(KEY_MEDIUM)
        .where(hall == null ? DSL.noCondition() : KEY_MEDIUM.HALL.eq(hall))
        .groupBy(KEY_MEDIUM.HALL, KEY_MEDIUM.MODEL, KEY_MEDIUM.STATE)
        .forEach(
            row ->
                counts
                    .computeIfAbsent(
                        new Model(row.value1(), row.value2()),
                        model -> new EnumMap<>(MediumState.class))
                    .put(MediumState.valueOf(row.value3()), row.value4()));
    Map<Model, Integer> minimums = new TreeMap<>();
    dsl.select(KEY_MEDIUM_MINIMUM.HALL, KEY_MEDIUM_MINIMUM.MODEL, KEY_MEDIUM_MINIMUM.MINIMUM)
        .from(KEY_MEDIUM_MINIMUM)
        .where(hall == null ? DSL.noCondition() : KEY_MEDIUM_MINIMUM.HALL.eq(hall))
        .forEach(row -> minimums.put(new Model(row.value1(), row.value2()), row.value3()));
    minimums.keySet().forEach(model -> counts.putIfAbsent(model, Map.of()));
    return counts.entrySet().stream()
        .map(
            one ->
                new Level(
                    one.getKey().hall(),
                    one.getKey().name(),
                    Map.copyOf(one.getValue()),
                    minimums.get(one.getKey())))
        .toList();
  }

  /** How many models are short of keys. */
  public int alarms(Actor actor) {
    return (int) levels(actor, null).stream().filter(Level::isLow).count();
  }

  /**
   * @param minimum null or 0 for no alarm
   * @throws Refusal RULE on {@code model} or {@code minimum}
   */
  @Transactional
  public void setMinimum(
      Actor actor, String hall, @Nullable String model, @Nullable Integer minimum) {
    actor.require(Role.MANAGER, Role.ADMIN);
    String known = policies.active(hall).hall();
    if (model == null || model.isBlank()) {
      throw Refusal.rule("model", "FIELD_REQUIRED");
    }
    if (model.strip().length() > MediumImport.LONGEST_MODEL) {
      throw Refusal.rule("model", "TEXT_TOO_LONG", MediumImport.LONGEST_MODEL);
    }
    int wanted = minimum == null ? 0 : minimum;
    if (wanted < 0 || wanted > MOST) {
      throw Refusal.rule("minimum", "MEDIUM_MINIMUM_INVALID", MOST);
    }
    if (wanted == 0) {
      dsl.deleteFrom(KEY_MEDIUM_MINIMUM)
          .where(KEY_MEDIUM_MINIMUM.HALL.eq(known), KEY_MEDIUM_MINIMUM.MODEL.eq(model.strip()))
          .execute();
    } else {
      dsl.insertInto(KEY_MEDIUM_MINIMUM)
          .set(KEY_MEDIUM_MINIMUM.HALL, known)
          .set(KEY_MEDIUM_MINIMUM.MODEL, model.strip())
          .set(KEY_MEDIUM_MINIMUM.MINIMUM, wanted)
          .onDuplicateKeyUpdate()
          .set(KEY_MEDIUM_MINIMUM.MINIMUM, wanted)
          .execute();
    }
    audit.record(actor, "medium.minimum-set", "hall", known, known, model.strip() + ": " + wanted);
  }
}
