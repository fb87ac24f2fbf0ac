package io.certhall.backoffice.key;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where pages look for the key agent on the machine they are shown on. */
@Component
public class AgentSettings {

  private final int port;

  private final String algorithm;

  private final int latest;
  private final String download;

  AgentSettings(
      @Value("${certhall.agent.port:17521}") int port,
      @Value("${certhall.agent.algorithm:SM2}") String algorithm,
      @Value("${certhall.agent.latest:1}") int latest,
      @Value("${certhall.agent.download-url:}") String download) {
    this.port = port;
    this.algorithm = algorithm;
    this.latest = latest;
    this.download = download;
  }

  /** Of key pairs made on keys: SM2, EC_P256, RSA_2048 or RSA_3072. */
  public String algorithm() {
    return algorithm;
  }

  /** The version an agent must tell to be the latest. */
  public int latest() {
    return latest;
  }

  /** Where the latest agent is got from; empty where the hall names no place. */
  public String download() {
    return download;
  }

  public int port() {
    return port;
  }
}
