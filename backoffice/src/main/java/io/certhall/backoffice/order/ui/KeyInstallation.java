package io.certhall.backoffice.order.ui;

import io.certhall.backoffice.key.AgentSettings;
import io.certhall.backoffice.key.KeyAgentPort;
import io.certhall.backoffice.key.PluggedToken;
import io.certhall.processes.issuance.PairDelivery;
import io.certhall.processes.issuance.SelfUpdate;
import io.certhall.processes.order.Order;
import io.certhall.processes.security.Actor;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Reads and writes a certificate's key through the key agent. */
final class KeyInstallation {

  /** What the holder mends himself and tries again; anything else is a failed write. */
  private static final Set<String> NOT_TRIED =
      Set.of(
          "AGENT_ABSENT",
          "CANCELLED",
          "CERTIFICATE_OF_OTHER_KEY",
          "ORIGIN_REFUSED",
          "PAIRING_CLOSED",
          "PAIRING_CODE_WRONG",
          "PIN_LOCKED",
          "PIN_WRONG",
          "TOKEN_NOT_PLUGGED");

  private final KeyAgentPort agent;
  private final AgentSettings settings;
  private final SelfUpdate update;
  private final Actor actor;

  KeyInstallation(KeyAgentPort agent, AgentSettings settings, SelfUpdate update, Actor actor) {
    this.agent = agent;
    this.settings = settings;
    this.update = update;
    this.actor = actor;
  }

  /** The right key makes its new pair; a wrong one is refused before that. */
  void read(String orderNo, Order.Item item, Runnable changed) {
    agent.read(
        keys -> {
          PluggedToken key =
              keys.tokens().stream()
                  .filter(one -> one.serial().equals(item.mediumSerial()))
                  .findFirst()
                  .orElse(keys.tokens().getFirst());
          update.check(actor, orderNo, item.seq(), key.reading(null));
          agent.call(
              "/v1/csr",
              Map.of(
                  "token", key.serial(),
                  "algorithm", settings.algorithm(),
                  "subject", "CN=" + orderNo),
              made -> {
                String csr = made.path("csr").asString("");
                update.read(actor, orderNo, item.seq(), key.reading(csr));
                changed.run();
              });
        });
  }

  /** Writes the pair; writing again does no harm. */
  void install(String orderNo, Order.Item item, Runnable changed) {
    PairDelivery pair = update.toInstall(actor, orderNo, item.seq());
    Base64.Encoder base64 = Base64.getEncoder();
    agent.call(
        "/v1/certificates",
        Map.of(
            "token", String.valueOf(pair.mediumSerial()),
            "signing", base64.encodeToString(pair.signing()),
            "encryption", base64.encodeToString(pair.encryption()),
            "envelopedKey", base64.encodeToString(pair.envelopedKey())),
        written -> {
          update.report(actor, orderNo, item.seq(), true, null);
          changed.run();
        },
        code -> {
          if (!NOT_TRIED.contains(code)) {
            update.report(actor, orderNo, item.seq(), false, code);
            changed.run();
          }
        });
  }
}
