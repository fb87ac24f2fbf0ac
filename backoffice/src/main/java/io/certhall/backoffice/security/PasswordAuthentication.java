package io.certhall.backoffice.security;

import io.certhall.processes.account.Login;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Spring Security's way to {@link Login}: a form posted without the login view. */
@Component
class PasswordAuthentication implements AuthenticationProvider {

  private final Login login;

  PasswordAuthentication(Login login) {
    this.login = login;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String ip =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "unknown";
    try {
      Actor actor =
          login.authenticate(
              attempt.getName(), String.valueOf(attempt.getCredentials()), ip, false);
      return of(attempt.getName(), actor);
    } catch (Refusal refused) {
      throw new BadCredentialsException(refused.code(), refused);
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /** A proven authentication; roles are those of this moment. */
  static Authentication of(String username, Actor actor) {
    List<SimpleGrantedAuthority> authorities =
        actor.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    return UsernamePasswordAuthenticationToken.authenticated(
        new SignedInUser(username.strip(), actor), null, authorities);
  }
}
