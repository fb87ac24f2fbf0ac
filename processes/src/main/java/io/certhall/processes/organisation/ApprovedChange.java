package io.certhall.processes.organisation;

import io.certhall.processes.audit.AuditLog;
import io.certhall.processes.identifier.ResidentId;
import io.certhall.processes.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * New data of an organisation that a hall's reviewers have approved with a change of certificates.
 * That hall vouches for them; other halls have to look at them first.
 */
@Component
public class ApprovedChange {

  private final OrganisationRepository organisations;
  private final ApprovalRepository approvals;
  private final ProfileTaskRepository tasks;
  private final SubjectSources sources;
  private final AuditLog audit;

  ApprovedChange(
      OrganisationRepository organisations,
      ApprovalRepository approvals,
      ProfileTaskRepository tasks,
      SubjectSources sources,
      AuditLog audit) {
    this.organisations = organisations;
    this.approvals = approvals;
    this.tasks = tasks;
    this.sources = sources;
    this.audit = audit;
  }

  /** What is null stays as it is. */
  public record NewData(
      @Nullable String name, @Nullable String legalRep, @Nullable String legalRepIdNo) {}

  @Transactional(propagation = Propagation.MANDATORY)
  public void apply(long organisationId, String hall, String orderNo, NewData data) {
    Organisation before = organisations.lock(organisationId).orElseThrow();
    Organisation after =
        new Organisation(
            before.id(),
            before.accountId(),
            data.name() == null ? before.name() : data.name().strip(),
            before.documentType(),
            before.creditCode(),
            data.legalRep() == null ? before.legalRepName() : data.legalRep().strip(),
            data.legalRepIdNo() == null ? before.legalRepId() : new ResidentId(data.legalRepIdNo()),
            before.legalRepPhone(),
            before.registeredAddress(),
            before.contactName(),
            before.contactPhone(),
            before.province(),
            before.city(),
            before.updatedAt(),
            before.version(),
            before.documentName());
    if (before.equals(after)) {
      return;
    }
    organisations.update(after);
    sources.forget(organisationId);
    List<String> reopened = approvals.reopenElsewhere(organisationId, hall);
    reopened.forEach(other -> tasks.cancel(organisationId, other));
    audit.record(
        Actor.SYSTEM,
        "organisation.changed",
        "organisation",
        Long.toString(organisationId),
        hall,
        "by order "
            + orderNo
            + ": "
            + before.differencesTo(after)
            + "; approval taken back: "
            + reopened);
  }
}
