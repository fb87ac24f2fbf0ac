package io.certhall.backoffice.security;

import io.certhall.processes.security.Actor;
import java.security.Principal;

/** The principal of a session. */
public record SignedInUser(String username, Actor actor) implements Principal {

  @Override
  public String getName() {
    return username;
  }
}
