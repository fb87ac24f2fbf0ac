package io.certhall.backoffice.key;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where pages look for the key agent on the machine they are shown on. */
@Component
public class AgentSettings {

  private final int port;

  AgentSettings(@Value("${certhall.agent.port:17521}") int port) {
    this.port = port;
  }

  public int port() {
    return port;
  }
}
