package io.certhall.processes.seal;

import static io.certhall.db.generated.Tables.SEAL;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A holder freezes one seal and releases it again; the certificate is not touched. */
@Service
public class SealFreeze {

  private static final String FROZEN = "FROZEN";

  private final DSLContext dsl;
  private final SealQuery seals;
  private final AuditLog audit;

  SealFreeze(DSLContext dsl, SealQuery seals, AuditLog audit) {
    this.dsl = dsl;
    this.seals = seals;
    this.audit = audit;
  }

  /**
   * @throws Refusal NOT_FOUND; FORBIDDEN for staff other than administrators; CONFLICT naming the
   *     state when there is nothing to freeze
   */
  @Transactional
  public HeldSeal freeze(Actor actor, long id) {
    HeldSeal seal = own(actor, id);
    if (seal.state() != SealState.NORMAL) {
      throw Refusal.conflict("SEAL_" + seal.state(), seal.name());
    }
    return set(actor, seal, SealRegister.NORMAL, FROZEN);
  }

  /**
   * @throws Refusal as {@link #freeze}; SEAL_NOT_FROZEN when only its certificate is suspended
   */
  @Transactional
  public HeldSeal release(Actor actor, long id) {
    HeldSeal seal = own(actor, id);
    if (seal.state() != SealState.FROZEN && seal.state() != SealState.NORMAL) {
      throw Refusal.conflict("SEAL_" + seal.state(), seal.name());
    }
    if (!seal.frozen()) {
      throw Refusal.conflict("SEAL_NOT_FROZEN", seal.name());
    }
    return set(actor, seal, FROZEN, SealRegister.NORMAL);
  }

  private HeldSeal own(Actor actor, long id) {
    HeldSeal seal = seals.get(actor, id);
    if (seal.accountId() != actor.accountId()) {
      actor.require(Role.ADMIN);
    }
    return seal;
  }

  private HeldSeal set(Actor actor, HeldSeal seal, String from, String to) {
    int changed =
        dsl.update(SEAL)
            .set(SEAL.STATE, to)
            .where(SEAL.ID.eq(seal.id()), SEAL.STATE.eq(from))
            .execute();
    if (changed == 0) {
      throw Refusal.conflict("SEAL_CHANGED_MEANWHILE", seal.name());
    }
    audit.record(
        actor,
        to.equals(FROZEN) ? "seal.frozen" : "seal.released",
        "seal",
        String.valueOf(seal.id()),
        seal.hall(),
        seal.certificateSerial() + " " + seal.code());
    return seals.get(actor, seal.id());
  }
}
