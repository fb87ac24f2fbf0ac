package io.certhall.agent;

import io.certhall.agent.token.TokenFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Authorisations to set PINs. The hall signs them (Ed25519) for one action, one token, one agent, a
 * few minutes and one use; PINs in them are encrypted to this agent's transport key, so that
 * neither page nor network sees them.
 */
final class HallGrants {

  /** What a grant may be for. */
  enum Action {
    /** Set the user's PIN anew, as the officer. */
    RESET_PIN,
    /** Give the token the hall's officer PIN in place of the maker's. */
    SET_OFFICER_PIN,
    /** Set the first PIN, which the hall tells the holder. */
    FIRST_PIN
  }

  private final Function<String, String> hallKey;
  private final Path used;
  private final Clock clock;
  private final KeyPair transport;
  private final Set<String> spent = new HashSet<>();
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @param hallKey the grant key (base64 SubjectPublicKeyInfo) of a hall's origin
   * @param used file of the grants used up, so that a restart lets none through again
   */
  HallGrants(Function<String, String> hallKey, Path used, Clock clock) {
    this.hallKey = hallKey;
    this.used = used;
    this.clock = clock;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      transport = generator.generateKeyPair();
      if (Files.exists(used)) {
        spent.addAll(Files.readAllLines(used));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + used, e);
    }
  }

  /**
   * What a grant allows.
   *
   * @param firstPin only in a FIRST_PIN
   */
  record Allowed(String id, String keySerial, char[] soPin, char[] firstPin) {

    void forget() {
      Arrays.fill(soPin, ' ');
      Arrays.fill(firstPin, ' ');
    }
  }

  /** What is done with a grant; a fault in it leaves the grant good for another try. */
  interface Use<T> {
    T with(Allowed allowed);
  }

  String transportKey() {
    return Base64.getEncoder().encodeToString(transport.getPublic().getEncoded());
  }

  /**
   * Uses a grant up, unless the token refuses: a PIN that does not fit or a token pulled out cost
   * no new grant. A wrong officer's PIN does, since tokens count those.
   *
   * @throws Answer GRANT_INVALID, GRANT_EXPIRED, GRANT_USED or GRANT_OF_OTHER_AGENT
   */
  synchronized <T> T use(String origin, String grant, Action action, Use<T> use) {
    Allowed allowed = read(origin, grant, action);
    try {
      T result = use.with(allowed);
      spend(allowed.id());
      return result;
    } catch (TokenFault fault) {
      if (fault.code() == TokenFault.Code.SO_PIN_WRONG) {
        spend(allowed.id());
      }
      throw fault;
    } finally {
      allowed.forget();
    }
  }

  private Allowed read(String origin, String grant, Action action) {
    String[] parts = grant.split("\\.", -1);
    if (parts.length != 2) {
      throw new Answer(422, "GRANT_INVALID", "grant: not in two parts");
    }
    verify(origin, parts[0], parts[1]);
    try {
      JsonNode said = json.readTree(Base64.getUrlDecoder().decode(parts[0]));
      String id = said.path("id").asString("");
      if (!action.name().equals(said.path("action").asString("")) || id.isBlank()) {
        throw new Answer(422, "GRANT_INVALID", "grant: not for this");
      }
      if (!clock.instant().isBefore(Instant.ofEpochSecond(said.path("expires").asLong(0)))) {
        throw new Answer(410, "GRANT_EXPIRED", "grant: too old; ask the hall again");
      }
      if (spent.contains(id)) {
        throw new Answer(409, "GRANT_USED", "grant: used already; ask the hall again");
      }
      return new Allowed(
          id,
          said.path("keySerial").asString(""),
          decrypt(said.path("soPin").asString("")),
          said.hasNonNull("firstPin") ? decrypt(said.path("firstPin").asString("")) : new char[0]);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Answer(422, "GRANT_INVALID", "grant: unreadable");
    }
  }

  private void verify(String origin, String payload, String signature) {
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(
                  new X509EncodedKeySpec(Base64.getDecoder().decode(hallKey.apply(origin))));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(payload.getBytes(StandardCharsets.US_ASCII));
      if (verifier.verify(Base64.getUrlDecoder().decode(signature))) {
        return;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Answer(422, "GRANT_INVALID", "grant: " + e.getMessage());
    }
    throw new Answer(422, "GRANT_INVALID", "grant: not signed by " + origin);
  }

  private char[] decrypt(String sealed) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          transport.getPrivate(),
          new OAEPParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
      return new String(
              cipher.doFinal(Base64.getDecoder().decode(sealed)), StandardCharsets.US_ASCII)
          .toCharArray();
    } catch (GeneralSecurityException e) {
      throw new Answer(409, "GRANT_OF_OTHER_AGENT", "grant: made for another agent or start");
    }
  }

  private void spend(String id) {
    spent.add(id);
    try {
      Files.createDirectories(used.toAbsolutePath().getParent());
      Files.writeString(used, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + used, e);
    }
  }
}
