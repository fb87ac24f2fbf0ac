package io.certhall.backoffice.order.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import io.certhall.backoffice.key.AgentSettings;
import io.certhall.backoffice.key.KeyAgentPort;
import io.certhall.backoffice.key.PageOrigin;
import io.certhall.backoffice.key.PairOnWire;
import io.certhall.backoffice.key.PluggedToken;
import io.certhall.processes.issuance.KeyProofs;
import io.certhall.processes.issuance.PairDelivery;
import io.certhall.processes.issuance.SelfUpdate;
import io.certhall.processes.order.Order;
import io.certhall.processes.security.Actor;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads and writes a certificate's key through the key agent. */
final class KeyInstallation {

  private final KeyAgentPort agent;
  private final AgentSettings settings;
  private final SelfUpdate update;
  private final KeyProofs proofs;
  private final Actor actor;

  KeyInstallation(
      KeyAgentPort agent,
      AgentSettings settings,
      SelfUpdate update,
      KeyProofs proofs,
      Actor actor) {
    this.proofs = proofs;
    this.agent = agent;
    this.settings = settings;
    this.update = update;
    this.actor = actor;
  }

  /** The right key proves itself and makes its new pair; a wrong one is refused before that. */
  void read(String orderNo, Order.Item item, Runnable changed) {
    String old = String.valueOf(item.certificateSerial());
    agent.read(
        keys -> {
          PluggedToken key =
              keys.tokens().stream()
                  .filter(one -> one.carries(old))
                  .findFirst()
                  .orElse(keys.tokens().getFirst());
          PluggedToken.OnKey certificate =
              key.certificates().stream()
                  .filter(one -> one.serial().equals(old))
                  .findFirst()
                  .orElse(key.signing().isEmpty() ? null : key.signing().getFirst());
          update.check(actor, orderNo, item.seq(), key.reading(certificate, null));
          String challenge = proofs.challenge();
          agent.call(
              "/v1/csr",
              Map.of(
                  "token",
                  key.serial(),
                  "algorithm",
                  settings.algorithm(),
                  "subject",
                  "CN=" + orderNo,
                  "certificate",
                  old,
                  "challenge",
                  challenge),
              made -> {
                update.read(
                    actor,
                    orderNo,
                    item.seq(),
                    key.reading(certificate, made.path("csr").asString("")),
                    proof(challenge, made.path("proof")));
                changed.run();
              });
        });
  }

  private static KeyProofs.Proof proof(String challenge, JsonNode given) {
    return new KeyProofs.Proof(
        PageOrigin.of(VaadinRequest.getCurrent()),
        challenge,
        given.path("certificate").asString(""),
        given.path("signature").asString(""),
        given.path("algorithm").asString(""));
  }

  /** One click: only with the latest agent, and the pair is written once it is issued. */
  void update(String orderNo, Order.Item item, Runnable changed) {
    BegunUpdates begun = BegunUpdates.of(UI.getCurrent());
    agent.explainPin("agent.pinText");
    agent.whenLatest(
        () ->
            read(
                orderNo,
                item,
                () -> {
                  begun.begin(orderNo, item.seq());
                  changed.run();
                }));
  }

  /** The second half of {@link #update}: the PIN is asked again. */
  void goOn(String orderNo, Order.Item item, Runnable written, Runnable changed) {
    if (BegunUpdates.of(UI.getCurrent()).goesOn(orderNo, item.seq())) {
      agent.explainPin("update.pinAgain");
      install(orderNo, item, written, changed);
    }
  }

  /**
   * Writes the pair; writing again does no harm.
   *
   * @param written runs after a success, before {@code changed}
   */
  void install(String orderNo, Order.Item item, Runnable written, Runnable changed) {
    PairDelivery pair = update.toInstall(actor, orderNo, item.seq());
    agent.call(
        "/v1/certificates",
        PairOnWire.of(pair),
        done -> {
          update.report(actor, orderNo, item.seq(), true, null);
          written.run();
          changed.run();
        },
        code -> {
          if (PairOnWire.isFailure(code)) {
            update.report(actor, orderNo, item.seq(), false, code);
            changed.run();
          }
        });
  }
}
