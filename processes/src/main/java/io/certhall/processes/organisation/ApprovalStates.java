package io.certhall.processes.organisation;

import java.util.List;
import org.springframework.stereotype.Service;

/** Reads how far the halls' approvals of a profile are; the gate before every service (GS-04). */
@Service
public class ApprovalStates {

  private final ApprovalRepository approvals;

  ApprovalStates(ApprovalRepository approvals) {
    this.approvals = approvals;
  }

  /** INCOMPLETE also where nothing was ever submitted. */
  public ApprovalState of(long organisationId, String hall) {
    return approvals.find(organisationId, hall).state();
  }

  public Approval approval(long organisationId, String hall) {
    return approvals.find(organisationId, hall);
  }

  /** Every hall in which something was ever submitted. */
  public List<Approval> all(long organisationId) {
    return approvals.all(organisationId);
  }
}
