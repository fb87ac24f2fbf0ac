package io.certhall.processes.policy;

import static io.certhall.db.generated.Tables.POLICY_ACTIVE;
import static io.certhall.db.generated.Tables.POLICY_VERSION;

import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who published which version of a hall's policy, when and why. */
@Component
public class PolicyHistory {

  private final DSLContext dsl;

  PolicyHistory(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * One publication.
   *
   * @param preparedBy who changed it, when a colleague or he himself published a draft
   * @param restoredVersionNo the earlier version whose content it brought back
   * @param active whether new orders get this version
   */
  public record Version(
      long id,
      int versionNo,
      String contentHash,
      String note,
      Instant publishedAt,
      String publishedBy,
      @Nullable String preparedBy,
      @Nullable Integer restoredVersionNo,
      boolean active) {}

  /** Newest first. */
  public List<Version> of(Actor actor, String hall) {
    actor.require(Role.MANAGER, Role.AUDITOR, Role.ADMIN);
    Long active =
        dsl.select(POLICY_ACTIVE.POLICY_VERSION_ID)
            .from(POLICY_ACTIVE)
            .where(POLICY_ACTIVE.HALL.eq(hall))
            .fetchOptional(POLICY_ACTIVE.POLICY_VERSION_ID)
            .orElse(0L);
    return dsl.select(
            POLICY_VERSION.ID,
            POLICY_VERSION.VERSION_NO,
            POLICY_VERSION.CONTENT_HASH,
            POLICY_VERSION.NOTE,
            POLICY_VERSION.PUBLISHED_AT,
            POLICY_VERSION.PUBLISHED_BY,
            POLICY_VERSION.PREPARED_BY,
            POLICY_VERSION.RESTORED_VERSION_NO)
        .from(POLICY_VERSION)
        .where(POLICY_VERSION.HALL.eq(hall))
        .orderBy(POLICY_VERSION.VERSION_NO.desc())
        .fetch(
            row ->
                new Version(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value1().equals(active)));
  }
}
