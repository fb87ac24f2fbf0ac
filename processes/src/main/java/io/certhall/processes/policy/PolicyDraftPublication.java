package io.certhall.processes.policy;

import io.certhall.bpmn.PackReader;
import io.certhall.bpmn.PolicyFinding;
import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From a draft, or from an earlier version, to what new orders get. */
@Service
@EnableConfigurationProperties(PolicySettings.class)
public class PolicyDraftPublication {

  private static final int LONGEST_NOTE = 500;

  private final PolicyDrafts drafts;
  private final PolicyDraftRepository repository;
  private final PolicyPublication publication;
  private final PublishedPolicies policies;
  private final PolicySettings settings;
  private final AuditLog audit;
  private final Clock clock;

  PolicyDraftPublication(
      PolicyDrafts drafts,
      PolicyDraftRepository repository,
      PolicyPublication publication,
      PublishedPolicies policies,
      PolicySettings settings,
      AuditLog audit,
      Clock clock) {
    this.drafts = drafts;
    this.repository = repository;
    this.publication = publication;
    this.policies = policies;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether one manager submits and another publishes. */
  public boolean needsTwo() {
    return settings.fourEyes();
  }

  /**
   * Says that the draft is ready for a colleague's eyes; any change takes that back.
   *
   * @param note why
   * @throws Refusal RULE with what the checks found, CONFLICT when it is stale or outdated
   */
  @Transactional
  public PolicyDraft submit(Actor actor, String hall, int version, String note) {
    PolicyDraft draft = drafts.locked(actor, hall, version);
    String why = why(note);
    requireCurrent(draft);
    requireChanges(draft);
    requireClean(hall, draft.files());
    repository.submit(
        hall, new PolicyDraft.Submission(actor.accountId(), actor.name(), clock.instant(), why));
    audit.record(actor, "policy.draft.submitted", "policy", hall, hall, why);
    return repository.find(hall).orElseThrow();
  }

  /** Back to editing, with nothing lost. */
  @Transactional
  public PolicyDraft withdraw(Actor actor, String hall, int version) {
    drafts.locked(actor, hall, version);
    repository.submit(hall, null);
    audit.record(actor, "policy.draft.withdrawn", "policy", hall, hall, null);
    return repository.find(hall).orElseThrow();
  }

  /**
   * Publishes the draft: new orders follow it from now on, running ones stay on their version.
   *
   * @param note why; kept in the hall's history
   * @return the new version's id
   * @throws Refusal RULE with what the checks found, CONFLICT when the draft is stale or was made
   *     from a version that no longer runs, FORBIDDEN for one's own change where two are needed
   */
  @Transactional
  public long publish(Actor actor, String hall, int version, String note) {
    PolicyDraft draft = drafts.locked(actor, hall, version);
    String why = why(note);
    requireCurrent(draft);
    requireChanges(draft);
    requireSecondPerson(actor, draft);
    requireClean(hall, draft.files());
    PolicyDraft.Submission submission = draft.submission();
    String preparedBy = submission == null ? draft.editedBy() : submission.by();
    long id = store(actor, draft.files(), why, PolicyPublication.Origin.draft(preparedBy));
    repository.delete(hall);
    return id;
  }

  /**
   * Makes an earlier version the active one again, as a new version. Where two are needed it
   * becomes a submitted draft, which a colleague publishes.
   *
   * @return what runs afterwards
   */
  @Transactional
  public long restore(Actor actor, String hall, long versionId, String note) {
    actor.require(Role.MANAGER);
    String why = why(note);
    PublishedPolicy old = policies.version(versionId);
    PolicyDraftRepository.Active active = drafts.active(hall);
    if (!old.hall().equals(hall)) {
      throw Refusal.notFound("HALL_UNKNOWN", hall);
    }
    if (old.pack().files().equals(active.files())) {
      throw Refusal.conflict("POLICY_UNCHANGED");
    }
    if (!settings.fourEyes()) {
      return store(
          actor, old.pack().files(), why, PolicyPublication.Origin.restored(old.versionNo()));
    }
    if (repository.lock(hall).isPresent()) {
      throw Refusal.conflict("POLICY_DRAFT_IN_THE_WAY");
    }
    repository.insert(actor, hall, active.id(), active.files());
    repository.change(actor, hall, active.id(), old.pack().files());
    repository.submit(
        hall, new PolicyDraft.Submission(actor.accountId(), actor.name(), clock.instant(), why));
    audit.record(actor, "policy.draft.submitted", "policy", hall, hall, why);
    return active.id();
  }

  private long store(
      Actor actor, Map<String, String> files, String why, PolicyPublication.Origin origin) {
    try {
      return publication.publish(actor, PackReader.read(files), why, origin);
    } catch (DuplicateKeyException colleague) {
      throw Refusal.conflict("POLICY_PUBLISHED_MEANWHILE");
    }
  }

  private void requireCurrent(PolicyDraft draft) {
    PolicyDraftRepository.Active active = drafts.active(draft.hall());
    if (active.id() != draft.baseVersionId()) {
      throw Refusal.conflict(
          "POLICY_BASE_OUTDATED", draft.baseVersionNo(), active.versionNo(), active.publishedBy());
    }
  }

  private void requireChanges(PolicyDraft draft) {
    if (repository.source(draft.baseVersionId()).equals(draft.files())) {
      throw Refusal.conflict("POLICY_UNCHANGED");
    }
  }

  private void requireSecondPerson(Actor actor, PolicyDraft draft) {
    if (!settings.fourEyes()) {
      return;
    }
    PolicyDraft.Submission submission = draft.submission();
    if (submission == null) {
      throw Refusal.conflict("POLICY_NOT_SUBMITTED");
    }
    if (submission.accountId() == actor.accountId()
        || draft.editors().contains(actor.accountId())) {
      throw Refusal.forbidden("POLICY_OWN_CHANGE");
    }
  }

  private static void requireClean(String hall, Map<String, String> files) {
    List<PolicyFinding> errors =
        PolicyDraftChecks.of(hall, files).stream().filter(PolicyFinding::isError).toList();
    Refusal.unlessEmpty(RefusalKind.RULE, errors.stream().map(PolicyPublication::problem).toList());
  }

  private static String why(String note) {
    FormCheck check = new FormCheck();
    String why = check.text("note", note, LONGEST_NOTE);
    check.refuseUnlessClean();
    return why;
  }
}
