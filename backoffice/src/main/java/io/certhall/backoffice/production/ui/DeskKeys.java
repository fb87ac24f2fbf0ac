package io.certhall.backoffice.production.ui;

import io.certhall.backoffice.key.AgentSettings;
import io.certhall.backoffice.key.KeyAgentPort;
import io.certhall.backoffice.key.KeyChoice;
import io.certhall.backoffice.key.PairOnWire;
import io.certhall.processes.certificate.KeyGrants;
import io.certhall.processes.issuance.KeyWriting;
import io.certhall.processes.issuance.PairDelivery;
import io.certhall.processes.issuance.ProductionDesk;
import io.certhall.processes.issuance.ProductionRow;
import io.certhall.processes.secret.FirstPins;
import io.certhall.processes.security.Actor;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A real key at the producer's desk, through the key agent: prepared and, once issued, written. */
final class DeskKeys {

  /** What it works with. */
  @org.springframework.stereotype.Component
  record Parts(
      AgentSettings settings, ProductionDesk desk, KeyWriting writing, FirstPins firstPins) {}

  private final Parts parts;
  private final Actor actor;

  DeskKeys(Parts parts, Actor actor) {
    this.parts = parts;
    this.actor = actor;
  }

  KeyAgentPort port() {
    return new KeyAgentPort(parts.settings());
  }

  /**
   * The key becomes the hall's and makes its pair; the request goes to be issued.
   *
   * @param made hears the key's serial
   */
  void make(KeyAgentPort agent, KeyChoice choice, ProductionRow row, Consumer<String> made) {
    agent.read(
        keys ->
            choice.ask(
                KeyChoice.tokens(keys.tokens()),
                one -> make(agent, keys.transportKey(), one.token().serial(), row, made)));
  }

  private void make(
      KeyAgentPort agent,
      String transportKey,
      String serial,
      ProductionRow row,
      Consumer<String> made) {
    KeyGrants.Grant grant = parts.desk().prepare(actor, row.taskId(), serial, transportKey);
    agent.call(
        "/v1/prepare",
        Map.of(
            "token",
            serial,
            "grant",
            grant.text(),
            "algorithm",
            parts.settings().algorithm(),
            "subject",
            "CN=" + row.orderNo()),
        answer -> {
          parts.desk().produceOnKey(actor, row.taskId(), serial, answer.path("csr").asString(""));
          made.accept(serial);
        });
  }

  /** Writes the issued pair onto its key and sets the holder's first PIN; may be done again. */
  void write(KeyAgentPort agent, KeyWriting.Waiting key, Runnable written) {
    agent.read(
        keys -> {
          PairDelivery pair = parts.writing().toWrite(actor, key.orderNo(), key.itemSeq());
          if (keys.tokens().stream()
              .noneMatch(token -> Objects.equals(token.serial(), pair.mediumSerial()))) {
            agent.show("CERTIFICATE_OF_OTHER_KEY", key.mediumSerial());
            return;
          }
          Map<String, String> body = PairOnWire.of(pair);
          parts
              .firstPins()
              .grant(actor, key.orderNo(), key.itemSeq(), keys.transportKey())
              .ifPresent(grant -> body.put("grant", grant.text()));
          agent.call(
              "/v1/certificates",
              body,
              answer -> {
                parts.writing().written(actor, key.orderNo(), key.itemSeq());
                written.run();
              },
              code -> {
                if (PairOnWire.isFailure(code)) {
                  parts.writing().failed(actor, key.orderNo(), key.itemSeq(), code);
                }
              });
        });
  }
}
