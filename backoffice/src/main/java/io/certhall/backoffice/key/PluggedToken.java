package io.certhall.backoffice.key;

import io.certhall.processes.certificate.KeyReading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A key as the agent tells of it.
 *
 * @param issuers of the certificates on it, in their order
 * @param certificates serials of them
 */
public record PluggedToken(
    String serial, String label, boolean locked, List<String> issuers, List<String> certificates) {

  static List<PluggedToken> of(JsonNode answer) {
    List<PluggedToken> tokens = new ArrayList<>();
    for (JsonNode token : answer.path("tokens")) {
      List<String> issuers = new ArrayList<>();
      List<String> serials = new ArrayList<>();
      for (JsonNode certificate : token.path("certificates")) {
        issuers.add(certificate.path("issuer").asString(""));
        serials.add(certificate.path("serial").asString(""));
      }
      tokens.add(
          new PluggedToken(
              token.path("serial").asString(""),
              token.path("label").asString(""),
              token.path("pinState").asString("").equals("LOCKED"),
              List.copyOf(issuers),
              List.copyOf(serials)));
    }
    return List.copyOf(tokens);
  }

  /** With the issuer of its first certificate; a key without one tells its serial only. */
  public KeyReading reading(@Nullable String csrPem) {
    return new KeyReading(serial, issuers.isEmpty() ? null : issuers.getFirst(), csrPem);
  }
}
