package io.certhall.processes.organisation;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.organisation.ProfileTaskRepository.ProfileTask;
import io.certhall.processes.refusal.FormCheck;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A hall's reviewers decide about profiles (GS-03); nobody decides about his own. */
@Service
public class ProfileReview {

  private static final int MAX_REASON = 1000;

  private final OrganisationRepository organisations;
  private final ApprovalRepository approvals;
  private final ProfileTaskRepository tasks;
  private final OrganisationNotices notices;
  private final AuditLog audit;

  ProfileReview(
      OrganisationRepository organisations,
      ApprovalRepository approvals,
      ProfileTaskRepository tasks,
      OrganisationNotices notices,
      AuditLog audit) {
    this.organisations = organisations;
    this.approvals = approvals;
    this.tasks = tasks;
    this.notices = notices;
    this.audit = audit;
  }

  /**
   * @throws Refusal FORBIDDEN for who is no reviewer or owns the profile, NOT_FOUND for no such
   *     task, CONFLICT when it is done, withdrawn or someone else's
   */
  @Transactional
  public void approve(Actor actor, long taskId) {
    approve(actor, find(actor, taskId));
  }

  /** As above, for the open review of that organisation in that hall. */
  @Transactional
  public void approve(Actor actor, long organisationId, String hall) {
    approve(actor, findOpen(actor, organisationId, hall));
  }

  /**
   * @param defects at least one
   * @throws Refusal RULE without a reason, else as for {@link #approve(Actor, long)}
   */
  @Transactional
  public void reject(Actor actor, long taskId, List<ProfileDefect> defects) {
    reject(actor, find(actor, taskId), defects);
  }

  /** As above, for the open review of that organisation in that hall. */
  @Transactional
  public void reject(Actor actor, long organisationId, String hall, List<ProfileDefect> defects) {
    reject(actor, findOpen(actor, organisationId, hall), defects);
  }

  private void approve(Actor actor, ProfileTask task) {
    Organisation organisation = decide(actor, task, ApprovalState.APPROVED, null);
    notices.approved(decision(task, organisation));
  }

  private void reject(Actor actor, ProfileTask task, List<ProfileDefect> defects) {
    String reason = reason(defects);
    Organisation organisation = decide(actor, task, ApprovalState.REJECTED, reason);
    notices.rejected(decision(task, organisation), reason);
  }

  private Organisation decide(
      Actor actor, ProfileTask task, ApprovalState state, @Nullable String reason) {
    Organisation organisation =
        organisations
            .lock(task.organisationId())
            .orElseThrow(() -> Refusal.notFound("ORGANISATION_UNKNOWN"));
    if (organisation.accountId() == actor.accountId()) {
      throw Refusal.forbidden("OWN_ORGANISATION");
    }
    if (task.assigneeId() != null && task.assigneeId() != actor.accountId()) {
      throw Refusal.conflict("TASK_CLAIMED");
    }
    // The organisation is locked: whether the task is open still can't change from here on.
    if (!tasks.complete(task.id(), actor.accountId(), state.name())) {
      throw Refusal.conflict("TASK_DONE");
    }
    approvals.decide(organisation.id(), task.hall(), state, reason, actor.accountId());
    audit.record(
        actor,
        state == ApprovalState.APPROVED ? "organisation.approved" : "organisation.rejected",
        "organisation",
        Long.toString(organisation.id()),
        task.hall(),
        reason);
    return organisation;
  }

  private ProfileTask find(Actor actor, long taskId) {
    actor.require(Role.REVIEWER);
    return tasks.find(taskId).orElseThrow(() -> Refusal.notFound("TASK_UNKNOWN"));
  }

  private ProfileTask findOpen(Actor actor, long organisationId, String hall) {
    actor.require(Role.REVIEWER);
    return tasks.findOpen(organisationId, hall).orElseThrow(() -> Refusal.notFound("TASK_UNKNOWN"));
  }

  private static String reason(List<ProfileDefect> defects) {
    FormCheck check = new FormCheck();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < defects.size(); i++) {
      texts.add(check.text("reasons[" + i + "].text", defects.get(i).text(), MAX_REASON));
    }
    String reason = String.join("；", texts);
    if (texts.isEmpty()) {
      check.refuse("reasons", "REASON_REQUIRED");
    } else if (reason.length() > MAX_REASON) {
      check.refuse("reasons", "FIELD_TOO_LONG", MAX_REASON);
    }
    check.refuseUnlessClean();
    return reason;
  }

  private static ProfileDecision decision(ProfileTask task, Organisation organisation) {
    return new ProfileDecision(
        task.id(),
        task.hall(),
        organisation.id(),
        organisation.accountId(),
        organisation.name(),
        organisation.contactPhone().value());
  }
}
