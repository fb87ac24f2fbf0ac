package io.certhall.backoffice.security;

import io.certhall.processes.refusal.Problem;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.refusal.RefusalKind;
import io.certhall.processes.security.Actor;
import io.certhall.processes.security.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who sits before the screen. */
@Component
public class CurrentActor {

  /** Empty for a guest. */
  public Optional<Actor> find() {
    return user().map(SignedInUser::actor);
  }

  /**
   * @throws Refusal UNAUTHENTICATED for a guest
   */
  public Actor get() {
    return find()
        .orElseThrow(
            () ->
                new Refusal(
                    RefusalKind.UNAUTHENTICATED, List.of(Problem.of("", "LOGIN_REQUIRED"))));
  }

  public Optional<SignedInUser> user() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
        ? Optional.of(user)
        : Optional.empty();
  }

  public boolean has(Role role) {
    return find().map(actor -> actor.has(role)).orElse(false);
  }
}
