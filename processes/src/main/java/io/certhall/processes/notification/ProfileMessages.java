package io.certhall.processes.notification;

import io.certhall.processes.organisation.OrganisationNotices;
import io.certhall.processes.organisation.ProfileDecision;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** MSG-20 and MSG-21: to the organisation's contact by phone, and into the owner's inbox. */
@Component
class ProfileMessages implements OrganisationNotices {

  private final Notifications notifications;

  ProfileMessages(Notifications notifications) {
    this.notifications = notifications;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void approved(ProfileDecision decision) {
    tell(decision, "MSG-20", Map.of("orgName", decision.organisationName()));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void rejected(ProfileDecision decision, String reason) {
    tell(
        decision,
        "MSG-21",
        Map.of("orgName", decision.organisationName(), "reason", MessageFacts.shortened(reason)));
  }

  private void tell(ProfileDecision decision, String message, Map<String, String> values) {
    notifications.toAccount(
        decision.hall(),
        message,
        message + ":" + decision.taskId(),
        decision.accountId(),
        decision.contactPhone(),
        values);
  }
}
