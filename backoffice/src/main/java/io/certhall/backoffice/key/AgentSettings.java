package io.certhall.backoffice.key;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where pages look for the key agent on the machine they are shown on. */
@Component
public class AgentSettings {

  private final int port;

  private final String algorithm;

  AgentSettings(
      @Value("${certhall.agent.port:17521}") int port,
      @Value("${certhall.agent.algorithm:SM2}") String algorithm) {
    this.port = port;
    this.algorithm = algorithm;
  }

  /** Of key pairs made on keys: SM2, EC_P256, RSA_2048 or RSA_3072. */
  public String algorithm() {
    return algorithm;
  }

  public int port() {
    return port;
  }
}
