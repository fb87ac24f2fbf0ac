package io.certhall.agent;

import io.certhall.agent.token.KeyKind;
import io.certhall.agent.token.KeyWork;
import io.certhall.agent.token.Tokens;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page may ask, once it is paired. PINs come from the page's own fields, never a hall. */
final class AgentCalls {

  /** Challenges begin with this, so that no page gets anything else signed. */
  static final String CHALLENGE_PREFIX = "certhall-login:";

  private final Tokens tokens;
  private final KeyWork work;
  private final HallGrants grants;
  private final JsonMapper json = JsonMapper.builder().build();

  AgentCalls(Tokens tokens, KeyWork work, HallGrants grants) {
    this.tokens = tokens;
    this.work = work;
    this.grants = grants;
  }

  Object status(boolean paired) {
    return Map.of("agent", "certhall", "version", 1, "paired", paired);
  }

  Object run(String method, String path, String origin, byte[] body) {
    if (method.equals("GET") && path.equals("/v1/tokens")) {
      return Map.of("transportKey", grants.transportKey(), "tokens", tokens.plugged());
    }
    if (!method.equals("POST")) {
      throw new Answer(404, "CALL_UNKNOWN", method + " " + path);
    }
    JsonNode said = json.readTree(body);
    return switch (path) {
      case "/v1/csr" -> request(said);
      case "/v1/certificates" -> write(said);
      case "/v1/pin" -> changePin(said);
      case "/v1/unlock" -> unlock(origin, said);
      case "/v1/sign" -> sign(origin, said);
      default -> throw new Answer(404, "CALL_UNKNOWN", method + " " + path);
    };
  }

  private Object request(JsonNode said) {
    var made =
        work.request(
            text(said, "token"),
            pin(said, "pin"),
            KeyKind.named(text(said, "algorithm")),
            text(said, "subject"));
    String pem =
        "-----BEGIN CERTIFICATE REQUEST-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(made.der())
            + "\n-----END CERTIFICATE REQUEST-----\n";
    return Map.of("keyId", made.keyId(), "algorithm", made.kind().name(), "csr", pem);
  }

  private Object write(JsonNode said) {
    byte[] signing = bytes(said, "signing");
    char[] pin = pin(said, "pin");
    work.write(text(said, "token"), pin, signing);
    if (said.hasNonNull("encryption")) {
      work.writeEncryption(
          text(said, "token"),
          pin,
          signing,
          bytes(said, "encryption"),
          bytes(said, "envelopedKey"));
    }
    return Map.of("written", true);
  }

  private Object changePin(JsonNode said) {
    work.changePin(text(said, "token"), pin(said, "pin"), pin(said, "newPin"));
    return Map.of("changed", true);
  }

  private Object unlock(String origin, JsonNode said) {
    char[] newPin = pin(said, "newPin");
    HallGrants.Reset reset = grants.use(origin, text(said, "grant"));
    try {
      work.resetPin(reset.keySerial(), reset.soPin(), newPin);
    } finally {
      Arrays.fill(reset.soPin(), ' ');
    }
    return Map.of("unlocked", true, "token", reset.keySerial());
  }

  /** The origin is part of what is signed: a challenge of one hall is no use at another. */
  private Object sign(String origin, JsonNode said) {
    String challenge = text(said, "challenge");
    var signed =
        work.sign(
            text(said, "token"),
            pin(said, "pin"),
            text(said, "certificate"),
            message(origin, challenge));
    Base64.Encoder base64 = Base64.getEncoder();
    return Map.of(
        "signature", base64.encodeToString(signed.signature()),
        "certificate", base64.encodeToString(signed.certificate()),
        "algorithm", signed.algorithm());
  }

  static byte[] message(String origin, String challenge) {
    return (CHALLENGE_PREFIX + origin + ":" + challenge)
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String text(JsonNode said, String field) {
    @Nullable JsonNode value = said.get(field);
    if (value == null || !value.isString() || value.asString().isBlank()) {
      throw new Answer(400, "FIELD_REQUIRED", field + ": missing");
    }
    return value.asString();
  }

  private static char[] pin(JsonNode said, String field) {
    return text(said, field).toCharArray();
  }

  private static byte[] bytes(JsonNode said, String field) {
    return Base64.getDecoder().decode(text(said, field));
  }
}
