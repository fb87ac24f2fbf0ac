package io.certhall.processes.recovery;

import static io.certhall.db.generated.Tables.KEY_RECOVERY;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The officers' side of key recovery. One asks, as many others as the settings want approve, one
 * rejection ends it. Who asks never approves, nor does the key's holder; each officer decides once.
 */
@Service
public class KeyRecoveries {

  private static final int REASON = 1000;
  private static final int AUTHORITY = 200;
  private static final int CASE_NO = 100;
  private static final int NOTE = 500;

  private final DSLContext dsl;
  private final KeyRecoveryRepository recoveries;
  private final RecoveryCertificates certificates;
  private final RecoverySettings settings;
  private final AuditLog audit;
  private final Clock clock;

  KeyRecoveries(
      DSLContext dsl,
      KeyRecoveryRepository recoveries,
      RecoveryCertificates certificates,
      RecoverySettings settings,
      AuditLog audit,
      Clock clock) {
    this.dsl = dsl;
    this.recoveries = recoveries;
    this.certificates = certificates;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The recovered key: SM2EnvelopedKey or CMS EnvelopedData.
   *
   * @param skfBlob the form for SKF; absent for keys other than SM2
   */
  public record Envelope(byte[] der, byte @Nullable [] skfBlob) {}

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<KeyRecovery> list(Actor actor, int limit) {
    actor.require(Role.KEY_OFFICER, Role.AUDITOR);
    return recoveries.newest(limit);
  }

  /** How many wait for decisions. */
  @Transactional(readOnly = true)
  public int open(Actor actor) {
    actor.require(Role.KEY_OFFICER, Role.AUDITOR);
    return recoveries.open();
  }

  /**
   * Asks for a key.
   *
   * @return its number
   * @throws Refusal RULE for wrong fields or too few officers, FORBIDDEN for one's own certificate
   */
  @Transactional
  public long request(Actor actor, RecoveryForm form) {
    actor.require(Role.KEY_OFFICER);
    boolean judicial = form.kind() == RecoveryKind.JUDICIAL;
    FormCheck check = new FormCheck();
    String reason = check.text("reason", form.reason(), REASON);
    String authority = judicial ? check.text("authority", form.authority(), AUTHORITY) : null;
    String caseNo = judicial ? check.text("caseNo", form.caseNo(), CASE_NO) : null;
    Optional<EscrowedKey> key =
        check.value("serial", form.serial(), this::escrowed, "RECOVERY_NO_KEY");
    Optional<Recipient> recipient =
        judicial
            ? check.value(
                "recipientCertificate",
                form.recipientCertificate(),
                certificates::presented,
                "RECOVERY_RECIPIENT_UNREADABLE")
            : key.flatMap(
                escrowed ->
                    check.value(
                        "recipientSerial",
                        form.recipientSerial(),
                        serial -> certificates.ofSameHolder(escrowed, plain(serial)),
                        "RECOVERY_RECIPIENT_OTHER"));
    check.refuseUnlessClean();
    return insert(
        actor, form.kind(), key.orElseThrow(), reason, authority, caseNo, recipient.orElseThrow());
  }

  private long insert(
      Actor actor,
      RecoveryKind kind,
      EscrowedKey key,
      String reason,
      @Nullable String authority,
      @Nullable String caseNo,
      Recipient recipient) {
    requireOther(actor, key.accountId());
    int needed = settings.approvals(kind);
    if (certificates.otherOfficers(actor.accountId(), key.accountId()) < needed) {
      throw Refusal.rule("", "RECOVERY_TOO_FEW_OFFICERS", needed);
    }
    long id =
        recoveries.insert(
            actor,
            new KeyRecoveryRepository.Fresh(
                kind,
                key,
                reason,
                authority,
                caseNo,
                recipient,
                needed,
                clock.instant().plus(settings.valid())));
    record(
        actor,
        "requested",
        id,
        key.hall(),
        kind + " " + key.encryptionSerial() + " → " + recipient.serial());
    return id;
  }

  /** The last approval it takes sets the workers to it. */
  @Transactional
  public KeyRecovery approve(Actor actor, long id, @Nullable String note) {
    KeyRecovery recovery = decide(actor, id, true, note);
    if (recovery.approvals() >= recovery.needed()) {
      recoveries.put(id, RecoveryState.APPROVED);
    }
    return recoveries.find(id).orElseThrow();
  }

  /** One rejection ends it. */
  @Transactional
  public KeyRecovery reject(Actor actor, long id, @Nullable String note) {
    if (note == null || note.isBlank()) {
      throw Refusal.rule("note", "FIELD_REQUIRED");
    }
    decide(actor, id, false, note);
    recoveries.put(id, RecoveryState.REJECTED);
    return recoveries.find(id).orElseThrow();
  }

  /** Only who asked for it takes it back. */
  @Transactional
  public void withdraw(Actor actor, long id) {
    KeyRecovery recovery = open(actor, id);
    if (recovery.requestedBy() != actor.accountId()) {
      throw Refusal.forbidden("RECOVERY_NOT_YOURS");
    }
    recoveries.put(id, RecoveryState.WITHDRAWN);
    record(actor, "withdrawn", id, recovery.hall(), null);
  }

  /**
   * The recovered key, for who asked for it; each look is audited.
   *
   * @throws Refusal CONFLICT while it is not delivered
   */
  @Transactional
  public Envelope envelope(Actor actor, long id) {
    actor.require(Role.KEY_OFFICER);
    KeyRecovery recovery = recoveries.locked(id).orElseThrow(() -> unknown(id));
    if (recovery.requestedBy() != actor.accountId()) {
      throw Refusal.forbidden("RECOVERY_NOT_YOURS");
    }
    if (recovery.state() != RecoveryState.DELIVERED) {
      throw Refusal.conflict("RECOVERY_NOT_DELIVERED");
    }
    record(actor, "fetched", id, recovery.hall(), recovery.encryptionSerial());
    return dsl.select(KEY_RECOVERY.ENVELOPE, KEY_RECOVERY.SKF_BLOB)
        .from(KEY_RECOVERY)
        .where(KEY_RECOVERY.ID.eq(id))
        .fetchSingle(row -> new Envelope(row.value1(), row.value2()));
  }

  private KeyRecovery decide(Actor actor, long id, boolean approved, @Nullable String note) {
    KeyRecovery recovery = open(actor, id);
    if (recovery.requestedBy() == actor.accountId()) {
      throw Refusal.forbidden("OWN_RECOVERY");
    }
    requireOther(
        actor, escrowed(recovery.encryptionSerial()).map(EscrowedKey::accountId).orElse(0L));
    if (recovery.isDecidedBy(actor.accountId())) {
      throw Refusal.conflict("RECOVERY_DECIDED_ALREADY");
    }
    FormCheck check = new FormCheck();
    String words = check.optionalText("note", note, NOTE);
    check.refuseUnlessClean();
    recoveries.decide(id, actor, approved, words);
    record(actor, approved ? "approved" : "rejected", id, recovery.hall(), words);
    return recoveries.find(id).orElseThrow();
  }

  private KeyRecovery open(Actor actor, long id) {
    actor.require(Role.KEY_OFFICER);
    KeyRecovery recovery = recoveries.locked(id).orElseThrow(() -> unknown(id));
    if (recovery.state() != RecoveryState.OPEN) {
      throw Refusal.conflict("RECOVERY_NOT_OPEN");
    }
    return recovery;
  }

  private static void requireOther(Actor actor, long holder) {
    if (actor.accountId() == holder) {
      throw Refusal.forbidden("RECOVERY_OWN_CERTIFICATE");
    }
  }

  private Optional<EscrowedKey> escrowed(String serial) {
    return certificates.escrowed(plain(serial));
  }

  private static String plain(String serial) {
    return serial.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
  }

  private static Refusal unknown(long id) {
    return Refusal.notFound("RECOVERY_UNKNOWN", String.valueOf(id));
  }

  private void record(Actor actor, String what, long id, String hall, @Nullable String detail) {
    audit.record(actor, "key-recovery." + what, "key-recovery", String.valueOf(id), hall, detail);
  }
}
