package io.certhall.agent;

import io.certhall.agent.token.KeyKind;
import io.certhall.agent.token.KeyWork;
import io.certhall.agent.token.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page may ask, once it is paired. PINs come from the page's own fields, never a hall. */
final class AgentCalls {

  /** What is signed begins with one of these, so that no page gets anything else signed. */
  static final String LOGIN = "certhall-login:";

  /** As {@link #LOGIN}, for the proof that a key is plugged in; neither can stand for the other. */
  static final String PROOF = "certhall-key:";

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
      case "/v1/csr" -> request(origin, said);
      case "/v1/certificates" -> write(origin, said);
      case "/v1/prepare" -> prepare(origin, said);
      case "/v1/pin" -> changePin(said);
      case "/v1/unlock" -> unlock(origin, said);
      case "/v1/sign" -> sign(origin, said);
      default -> throw new Answer(404, "CALL_UNKNOWN", method + " " + path);
    };
  }

  /** With a proof that the old key is on this token, where the hall asks for one. */
  private Object request(String origin, JsonNode said) {
    String token = text(said, "token");
    char[] pin = pin(said, "pin");
    Map<String, Object> proof = Map.of();
    if (said.hasNonNull("certificate")) {
      proof =
          Map.of(
              "proof",
              signed(
                  work.sign(
                      token,
                      pin,
                      text(said, "certificate"),
                      message(PROOF, origin, text(said, "challenge")))));
    }
    return made(
        work.request(token, pin, KeyKind.named(text(said, "algorithm")), text(said, "subject")),
        proof);
  }

  private static Map<String, Object> made(KeyWork.Request request, Map<String, Object> more) {
    String pem =
        "-----BEGIN CERTIFICATE REQUEST-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(request.der())
            + "\n-----END CERTIFICATE REQUEST-----\n";
    Map<String, Object> answer = new HashMap<>(more);
    answer.put("keyId", request.keyId());
    answer.put("algorithm", request.kind().name());
    answer.put("csr", pem);
    return answer;
  }

  /** At the producer's desk: the hall's officer PIN, a PIN for the work, a pair and its request. */
  private Object prepare(String origin, JsonNode said) {
    String token = text(said, "token");
    char[] officerPin = pin(said, "officerPin");
    char[] newPin = pin(said, "newPin");
    KeyKind kind = KeyKind.named(text(said, "algorithm"));
    String subject = text(said, "subject");
    grants.use(
        origin,
        text(said, "grant"),
        HallGrants.Action.SET_OFFICER_PIN,
        allowed -> {
          sameKey(allowed, token);
          work.setOfficerPin(token, officerPin, allowed.soPin(), newPin);
          return true;
        });
    return made(work.request(token, newPin, kind, subject), Map.of("token", token));
  }

  /** Writes the pair; with a grant the holder's first PIN is set after it. */
  private Object write(String origin, JsonNode said) {
    byte[] signing = bytes(said, "signing");
    char[] pin = pin(said, "pin");
    String token = text(said, "token");
    work.write(token, pin, signing);
    if (said.hasNonNull("encryption")) {
      work.writeEncryption(
          token, pin, signing, bytes(said, "encryption"), bytes(said, "envelopedKey"));
    }
    if (said.hasNonNull("grant")) {
      grants.use(
          origin,
          text(said, "grant"),
          HallGrants.Action.FIRST_PIN,
          allowed -> {
            sameKey(allowed, token);
            work.resetPin(token, allowed.soPin(), allowed.firstPin());
            return true;
          });
    }
    return Map.of("written", true, "firstPin", said.hasNonNull("grant"));
  }

  private static void sameKey(HallGrants.Allowed allowed, String token) {
    if (!allowed.keySerial().equals(token)) {
      throw new Answer(422, "GRANT_INVALID", "grant: for another key");
    }
  }

  private Object changePin(JsonNode said) {
    work.changePin(text(said, "token"), pin(said, "pin"), pin(said, "newPin"));
    return Map.of("changed", true);
  }

  private Object unlock(String origin, JsonNode said) {
    char[] newPin = pin(said, "newPin");
    return grants.use(
        origin,
        text(said, "grant"),
        HallGrants.Action.RESET_PIN,
        allowed -> {
          work.resetPin(allowed.keySerial(), allowed.soPin(), newPin);
          return Map.of("unlocked", true, "token", allowed.keySerial());
        });
  }

  /** The origin is part of what is signed: a challenge of one hall is no use at another. */
  private Object sign(String origin, JsonNode said) {
    String challenge = text(said, "challenge");
    return signed(
        work.sign(
            text(said, "token"),
            pin(said, "pin"),
            text(said, "certificate"),
            message(LOGIN, origin, challenge)));
  }

  private static Map<String, String> signed(KeyWork.Signed signed) {
    Base64.Encoder base64 = Base64.getEncoder();
    return Map.of(
        "signature", base64.encodeToString(signed.signature()),
        "certificate", base64.encodeToString(signed.certificate()),
        "algorithm", signed.algorithm());
  }

  static byte[] message(String purpose, String origin, String challenge) {
    return (purpose + origin + ":" + challenge).getBytes(StandardCharsets.UTF_8);
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
