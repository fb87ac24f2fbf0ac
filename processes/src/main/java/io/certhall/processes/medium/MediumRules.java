package io.certhall.processes.medium;

import static io.certhall.db.generated.Tables.KEY_MEDIUM_RULE;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a hall works with keys that no lot lists; it does unless a manager says otherwise. */
@Service
public class MediumRules {

  private final DSLContext dsl;
  private final PublishedPolicies policies;
  private final AuditLog audit;

  MediumRules(DSLContext dsl, PublishedPolicies policies, AuditLog audit) {
    this.dsl = dsl;
    this.policies = policies;
    this.audit = audit;
  }

  public UnlistedKeys unlisted(String hall) {
    return dsl.select(KEY_MEDIUM_RULE.UNLISTED)
        .from(KEY_MEDIUM_RULE)
        .where(KEY_MEDIUM_RULE.HALL.eq(hall))
        .fetchOptional(row -> UnlistedKeys.valueOf(row.value1()))
        .orElse(UnlistedKeys.TAKE_IN);
  }

  @Transactional
  public void set(Actor actor, String hall, UnlistedKeys unlisted) {
    actor.require(Role.MANAGER, Role.ADMIN);
    String known = policies.active(hall).hall();
    dsl.insertInto(KEY_MEDIUM_RULE)
        .set(KEY_MEDIUM_RULE.HALL, known)
        .set(KEY_MEDIUM_RULE.UNLISTED, unlisted.name())
        .onDuplicateKeyUpdate()
        .set(KEY_MEDIUM_RULE.UNLISTED, unlisted.name())
        .execute();
    audit.record(actor, "medium.rule-set", "hall", known, known, "unlisted " + unlisted);
  }
}
