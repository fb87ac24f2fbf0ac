package io.certhall.backoffice.key;

import io.certhall.processes.certificate.KeyReading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A key as the agent tells of it.
 *
 * @param certificates on it, in their order
 */
public record PluggedToken(String serial, String label, boolean locked, List<OnKey> certificates) {

  private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=((?:[^,\\\\]|\\\\.)+)");

  /**
   * A certificate on a key.
   *
   * @param signs whether it is for signatures
   */
  public record OnKey(String serial, String subject, String issuer, boolean signs) {

    String subjectName() {
      return commonName(subject);
    }

    String issuerName() {
      return commonName(issuer);
    }
  }

  static List<PluggedToken> of(JsonNode answer) {
    List<PluggedToken> tokens = new ArrayList<>();
    for (JsonNode token : answer.path("tokens")) {
      List<OnKey> certificates = new ArrayList<>();
      for (JsonNode certificate : token.path("certificates")) {
        certificates.add(
            new OnKey(
                certificate.path("serial").asString(""),
                certificate.path("subject").asString(""),
                certificate.path("issuer").asString(""),
                certificate.path("signs").asBoolean(true)));
      }
      tokens.add(
          new PluggedToken(
              token.path("serial").asString(""),
              token.path("label").asString(""),
              token.path("pinState").asString("").equals("LOCKED"),
              List.copyOf(certificates)));
    }
    return List.copyOf(tokens);
  }

  /** Those a person may log in or be recognised with. */
  public List<OnKey> signing() {
    return certificates.stream().filter(OnKey::signs).toList();
  }

  public boolean carries(@Nullable String certificateSerial) {
    return certificates.stream().anyMatch(one -> one.serial().equals(certificateSerial));
  }

  /** With the issuer of the certificate it is about; a key without one tells its serial only. */
  public KeyReading reading(@Nullable OnKey about, @Nullable String csrPem) {
    return new KeyReading(serial, about == null ? null : about.issuer(), csrPem);
  }

  private static String commonName(String name) {
    Matcher matcher = COMMON_NAME.matcher(name);
    return matcher.find() ? matcher.group(1) : name;
  }
}
