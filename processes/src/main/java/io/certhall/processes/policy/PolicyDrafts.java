package io.certhall.processes.policy;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changing a hall's policy before it runs: one draft per hall, shared by its managers. */
@Service
public class PolicyDrafts {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final PolicyDraftRepository repository;
  private final AuditLog audit;

  PolicyDrafts(PolicyDraftRepository repository, AuditLog audit) {
    this.repository = repository;
    this.audit = audit;
  }

  /**
   * @throws Refusal FORBIDDEN for who may not even read policies
   */
  public Optional<PolicyDraft> find(Actor actor, String hall) {
    actor.require(Role.MANAGER, Role.AUDITOR, Role.ADMIN);
    return repository.find(hall);
  }

  /**
   * The hall's draft; begun from the active version when there is none.
   *
   * @throws Refusal NOT_FOUND for a hall without a published policy
   */
  @Transactional
  public PolicyDraft open(Actor actor, String hall) {
    actor.require(Role.MANAGER);
    Optional<PolicyDraft> existing = repository.find(hall);
    if (existing.isPresent()) {
      return existing.get();
    }
    PolicyDraftRepository.Active active = active(hall);
    try {
      repository.insert(actor, hall, active.id(), active.files());
    } catch (DuplicateKeyException colleague) {
      throw Refusal.conflict("POLICY_DRAFT_BEGUN");
    }
    audit.record(actor, "policy.draft.begun", "policy", hall, hall, "base " + active.versionNo());
    return repository.find(hall).orElseThrow();
  }

  /**
   * Saves one file.
   *
   * @param version the draft as the manager saw it
   * @throws Refusal CONFLICT, with who and when, when a colleague saved since
   */
  @Transactional
  public PolicyDraft save(Actor actor, String hall, int version, String file, String content) {
    PolicyDraft draft = locked(actor, hall, version);
    Map<String, String> files = PolicyFiles.with(draft.files(), file, content);
    if (files.equals(draft.files())) {
      return draft;
    }
    repository.change(actor, hall, draft.baseVersionId(), files);
    audit.record(actor, "policy.draft.saved", "policy", hall, hall, file);
    return repository.find(hall).orElseThrow();
  }

  /** Throws the draft away, whoever began it. */
  @Transactional
  public void discard(Actor actor, String hall, int version) {
    PolicyDraft draft = locked(actor, hall, version);
    repository.delete(hall);
    audit.record(
        actor, "policy.draft.discarded", "policy", hall, hall, "base " + draft.baseVersionNo());
  }

  /** Whether the draft was made from what runs now. */
  public boolean isCurrent(PolicyDraft draft) {
    return active(draft.hall()).id() == draft.baseVersionId();
  }

  /** What has to be decided before the draft can go on from what runs now. */
  public PolicyMerge merge(Actor actor, PolicyDraft draft) {
    actor.require(Role.MANAGER);
    return PolicyMerge.of(
        repository.source(draft.baseVersionId()), draft.files(), active(draft.hall()).files());
  }

  /**
   * Puts the draft on top of what runs now.
   *
   * @param taken of the files both changed, those to be taken as they run now
   */
  @Transactional
  public PolicyDraft rebase(Actor actor, String hall, int version, Set<String> taken) {
    PolicyDraft draft = locked(actor, hall, version);
    PolicyDraftRepository.Active active = active(hall);
    repository.change(actor, hall, active.id(), merge(actor, draft).resolved(taken));
    audit.record(
        actor,
        "policy.draft.rebased",
        "policy",
        hall,
        hall,
        "from " + draft.baseVersionNo() + " to " + active.versionNo());
    return repository.find(hall).orElseThrow();
  }

  /** The draft for a change; inside a transaction. */
  PolicyDraft locked(Actor actor, String hall, int version) {
    actor.require(Role.MANAGER);
    PolicyDraft draft =
        repository.lock(hall).orElseThrow(() -> Refusal.conflict("POLICY_DRAFT_GONE"));
    if (draft.version() != version) {
      throw Refusal.conflict("POLICY_DRAFT_STALE", draft.editedBy(), WHEN.format(draft.editedAt()));
    }
    return draft;
  }

  PolicyDraftRepository.Active active(String hall) {
    return repository.active(hall).orElseThrow(() -> Refusal.notFound("HALL_UNKNOWN", hall));
  }
}
