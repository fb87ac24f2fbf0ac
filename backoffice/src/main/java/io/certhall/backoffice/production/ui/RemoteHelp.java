package io.certhall.backoffice.production.ui;

import io.certhall.backoffice.key.AgentSettings;
import io.certhall.backoffice.key.KeyAgentPort;
import io.certhall.backoffice.key.KeyChoice;
import io.certhall.backoffice.key.PairOnWire;
import io.certhall.processes.certificate.KeyGrants;
import io.certhall.processes.issuance.RemoteKeys;
import io.certhall.processes.security.Actor;
import java.util.Map;

/** The holder's key in a remote session: the page is open where the key is plugged in. */
final class RemoteHelp {

  /** What it works with. */
  @org.springframework.stereotype.Component
  record Parts(AgentSettings settings, RemoteKeys keys) {}

  private final Parts parts;
  private final Actor actor;

  RemoteHelp(Parts parts, Actor actor) {
    this.parts = parts;
    this.actor = actor;
  }

  KeyAgentPort port() {
    return new KeyAgentPort(parts.settings());
  }

  /** The holder types the new PIN. */
  void unlock(KeyAgentPort agent, KeyChoice choice, long taskId, Runnable done) {
    agent.read(
        keys ->
            choice.ask(
                KeyChoice.tokens(keys.tokens()),
                one -> {
                  KeyGrants.Grant grant =
                      parts
                          .keys()
                          .unlocking(actor, taskId, one.token().serial(), keys.transportKey());
                  agent.call("/v1/unlock", Map.of("grant", grant.text()), answer -> done.run());
                }));
  }

  /** Writes the order's pair for the key that is plugged in. */
  void write(KeyAgentPort agent, KeyChoice choice, long taskId, Runnable done) {
    agent.read(
        keys ->
            choice.ask(
                KeyChoice.tokens(keys.tokens()),
                one ->
                    agent.call(
                        "/v1/certificates",
                        PairOnWire.of(parts.keys().toWrite(actor, taskId, one.token().serial())),
                        answer -> done.run())));
  }
}
