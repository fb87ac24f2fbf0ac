package io.certhall.processes.organisation;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.identifier.CreditCode;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An account's organisation: its profile and its way to the halls' approval (GS-02, GS-16). */
@Service
public class OrganisationProfiles {

  private final OrganisationRepository organisations;
  private final ApprovalRepository approvals;
  private final ProfileTaskRepository tasks;
  private final PublishedPolicies policies;
  private final SubjectSources sources;
  private final AuditLog audit;
  private final Clock clock;

  OrganisationProfiles(
      OrganisationRepository organisations,
      ApprovalRepository approvals,
      ProfileTaskRepository tasks,
      PublishedPolicies policies,
      SubjectSources sources,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.approvals = approvals;
    this.tasks = tasks;
    this.policies = policies;
    this.sources = sources;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Saves the actor's own organisation. A change of name, credit code or legal representative takes
   * every hall's approval back; any change takes a pending submission back, so that nobody approves
   * what he did not see.
   *
   * @throws Refusal RULE with all problems at once, SUBJECT_FIELD_SHARED for what a platform keeps;
   *     CONFLICT for a stale version
   */
  @Transactional
  public SavedOrganisation save(Actor actor, OrganisationForm form) {
    return save(actor, form, null);
  }

  /** As {@link #save}, with data of the platform that this hall reads. */
  @Transactional
  SavedOrganisation takeOver(Actor actor, OrganisationForm form, String hall) {
    return save(actor, form, hall);
  }

  private SavedOrganisation save(Actor actor, OrganisationForm form, @Nullable String sharedBy) {
    actor.require(Role.APPLICANT);
    Organisation wanted = OrganisationFormReader.read(form, actor.accountId(), clock.instant());
    Optional<Organisation> existing = organisations.lockOfAccount(actor.accountId());
    if (organisations.isTaken(wanted.creditCode(), actor.accountId())) {
      throw codeTaken();
    }
    if (sharedBy == null) {
      existing.ifPresent(before -> sources.refuseChanges(before, wanted.as(before)));
    }
    long id =
        existing.isPresent() ? change(actor, existing.get(), wanted, form) : add(actor, wanted);
    if (sharedBy != null) {
      sources.note(id, sharedBy);
      record(actor, "organisation.taken-over", id, sharedBy, null);
    }
    return new SavedOrganisation(
        organisations.find(id).orElseThrow().masked(), warnings(wanted.creditCode()));
  }

  /** The actor's own organisation, masked. */
  @Transactional(readOnly = true)
  public Optional<OrganisationView> of(Actor actor) {
    return organisations.ofAccount(actor.accountId()).map(Organisation::masked);
  }

  /**
   * An organisation, masked: one's own, or any for staff.
   *
   * @throws Refusal NOT_FOUND also for what is not the actor's
   */
  @Transactional(readOnly = true)
  public OrganisationView view(Actor actor, long organisationId) {
    return organisations
        .find(organisationId)
        .filter(found -> found.accountId() == actor.accountId() || seesAll(actor))
        .orElseThrow(OrganisationProfiles::unknown)
        .masked();
  }

  /**
   * Everything in clear, for the owner, for reviewers (audited) and for the hall itself.
   *
   * @throws Refusal NOT_FOUND also for what is not the actor's to see
   */
  @Transactional
  public Organisation reveal(Actor actor, long organisationId) {
    Organisation found =
        organisations
            .find(organisationId)
            .filter(
                organisation ->
                    organisation.accountId() == actor.accountId()
                        || actor.has(Role.REVIEWER)
                        || actor.isSystem())
            .orElseThrow(OrganisationProfiles::unknown);
    if (!actor.isSystem()) {
      record(actor, "organisation.revealed", found.id(), null, null);
    }
    return found;
  }

  /**
   * Sends the actor's profile to a hall's reviewers.
   *
   * @throws Refusal NOT_FOUND for no such hall, RULE without a profile, CONFLICT when it is pending
   *     or approved there
   */
  @Transactional
  public void submit(Actor actor, String hall) {
    actor.require(Role.APPLICANT);
    policies.active(hall);
    Organisation organisation =
        organisations
            .lockOfAccount(actor.accountId())
            .orElseThrow(() -> Refusal.rule("", "ORGANISATION_MISSING"));
    switch (approvals.find(organisation.id(), hall).state()) {
      case PENDING -> throw Refusal.conflict("PROFILE_PENDING");
      case APPROVED -> throw Refusal.conflict("PROFILE_APPROVED");
      case INCOMPLETE, REJECTED -> {
        approvals.markPending(organisation.id(), hall);
        tasks.open(organisation, hall);
        record(actor, "organisation.submitted", organisation.id(), hall, null);
      }
    }
  }

  private long add(Actor actor, Organisation wanted) {
    try {
      long id = organisations.add(wanted);
      record(actor, "organisation.created", id, null, wanted.creditCode().value());
      return id;
    } catch (DuplicateKeyException e) {
      throw codeTaken();
    }
  }

  private long change(
      Actor actor, Organisation before, Organisation wanted, OrganisationForm form) {
    if (form.version() != null && form.version() != before.version()) {
      throw Refusal.conflict("STALE_VERSION");
    }
    Organisation after = wanted.as(before);
    if (before.equals(after)) {
      return before.id();
    }
    boolean sameSubject = before.isTheSameSubjectAs(after);
    if (!sameSubject && organisations.hasOrdersUnderWay(before.id())) {
      // Certificates name the organisation as it was reviewed; a change would slip past the review.
      throw Refusal.rule("name", "ORGANISATION_IN_USE");
    }
    try {
      organisations.update(after);
    } catch (DuplicateKeyException e) {
      throw codeTaken();
    }
    List<String> reopened =
        sameSubject
            ? approvals.reopen(before.id(), ApprovalState.PENDING)
            : approvals.reopen(before.id(), ApprovalState.PENDING, ApprovalState.APPROVED);
    reopened.forEach(hall -> tasks.cancel(before.id(), hall));
    record(
        actor,
        "organisation.changed",
        before.id(),
        null,
        "changed: " + before.differencesTo(after) + "; approval taken back: " + reopened);
    return before.id();
  }

  private static List<Problem> warnings(CreditCode code) {
    return code.hasRightCheckDigit()
        ? List.of()
        : List.of(Problem.of("creditCode", "CREDIT_CODE_CHECK_DIGIT"));
  }

  private static boolean seesAll(Actor actor) {
    return actor.readsCases() || actor.isSystem();
  }

  private static Refusal codeTaken() {
    return Refusal.rule("creditCode", "CREDIT_CODE_TAKEN");
  }

  private static Refusal unknown() {
    return Refusal.notFound("ORGANISATION_UNKNOWN");
  }

  private void record(
      Actor actor, String action, long id, @Nullable String hall, @Nullable String detail) {
    audit.record(actor, action, "organisation", Long.toString(id), hall, detail);
  }
}
