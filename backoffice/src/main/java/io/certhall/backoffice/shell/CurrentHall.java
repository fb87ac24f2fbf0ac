package io.certhall.backoffice.shell;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.policy.PublishedPolicy;
import io.certhall.processes.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hall this session deals with. */
@Component
@VaadinSessionScope
public class CurrentHall {

  private final PublishedPolicies policies;
  private @Nullable String chosen;

  CurrentHall(PublishedPolicies policies) {
    this.policies = policies;
  }

  public Optional<PublishedPolicy> find() {
    List<PublishedPolicy> halls = policies.active();
    return halls.stream()
        .filter(hall -> hall.hall().equals(chosen))
        .findFirst()
        .or(() -> halls.stream().findFirst());
  }

  /**
   * @throws Refusal NOT_FOUND when no hall is open at all
   */
  public PublishedPolicy get() {
    return find().orElseThrow(() -> Refusal.notFound("HALL_UNKNOWN", ""));
  }

  public List<PublishedPolicy> all() {
    return policies.active();
  }

  public void choose(String hall) {
    chosen = policies.active(hall).hall();
  }

  /** A page about an open hall was entered; an order may outlive its hall. */
  void enter(String hall) {
    if (policies.active().stream().anyMatch(open -> open.hall().equals(hall))) {
      chosen = hall;
    }
  }

  /** Whether the person has said which hall, or there is only one. */
  public boolean isChosen() {
    List<PublishedPolicy> halls = policies.active();
    return halls.size() == 1 || halls.stream().anyMatch(hall -> hall.hall().equals(chosen));
  }
}
