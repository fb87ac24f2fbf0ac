package io.certhall.processes.support;

import io.certhall.processes.organisation.OrganisationNotices;
import io.certhall.processes.organisation.ProfileDecision;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;

/** Keeps what owners of profiles were told. */
@Primary
public class RecordedOrganisationNotices implements OrganisationNotices {

  private final List<Notice> notices = new CopyOnWriteArrayList<>();

  @Override
  public void approved(ProfileDecision decision) {
    notices.add(new Notice(decision, true, null));
  }

  @Override
  public void rejected(ProfileDecision decision, String reason) {
    notices.add(new Notice(decision, false, reason));
  }

  public List<Notice> about(long organisationId) {
    return notices.stream()
        .filter(notice -> notice.decision().organisationId() == organisationId)
        .toList();
  }

  /** One announcement. */
  public record Notice(ProfileDecision decision, boolean approved, @Nullable String reason) {}
}
