package io.certhall.backoffice.api;

import io.certhall.processes.security.Actor;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who holds the token of this request. */
final class ActorAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Actor actor;

  ActorAuthentication(Actor actor) {
    super(authorities(actor));
    this.actor = actor;
    setAuthenticated(true);
  }

  @Override
  public Actor getPrincipal() {
    return actor;
  }

  /** The token itself is not kept. */
  @Override
  public Object getCredentials() {
    return "";
  }

  private static List<SimpleGrantedAuthority> authorities(Actor actor) {
    return actor.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
  }
}
