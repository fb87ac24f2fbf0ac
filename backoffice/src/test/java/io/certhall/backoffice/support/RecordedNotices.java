package io.certhall.backoffice.support;

import io.certhall.processes.organisation.OrganisationNotices;
import io.certhall.processes.organisation.ProfileDecision;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Primary;

/** Keeps which decisions owners of profiles were told. */
@Primary
public class RecordedNotices implements OrganisationNotices {

  private final List<ProfileDecision> decisions = new CopyOnWriteArrayList<>();

  @Override
  public void approved(ProfileDecision decision) {
    decisions.add(decision);
  }

  @Override
  public void rejected(ProfileDecision decision, String reason) {
    decisions.add(decision);
  }

  public List<ProfileDecision> decisions() {
    return List.copyOf(decisions);
  }
}
