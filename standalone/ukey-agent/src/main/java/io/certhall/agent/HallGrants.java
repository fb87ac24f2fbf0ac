package io.certhall.agent;

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
 * Authorisations to reset a PIN. The hall signs them (Ed25519) for one token, one agent, a few
 * minutes and one use; the officer's PIN in them is encrypted to this agent's transport key, so
 * that neither page nor network sees it.
 */
final class HallGrants {

  static final String RESET_PIN = "RESET_PIN";

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

  /** What a grant allows. */
  record Reset(String keySerial, char[] soPin) {}

  String transportKey() {
    return Base64.getEncoder().encodeToString(transport.getPublic().getEncoded());
  }

  /**
   * Uses a grant up.
   *
   * @throws Answer GRANT_INVALID, GRANT_EXPIRED, GRANT_USED or GRANT_OF_OTHER_AGENT
   */
  synchronized Reset use(String origin, String grant) {
    String[] parts = grant.split("\\.", -1);
    if (parts.length != 2) {
      throw new Answer(422, "GRANT_INVALID", "grant: not in two parts");
    }
    verify(origin, parts[0], parts[1]);
    try {
      JsonNode said = json.readTree(Base64.getUrlDecoder().decode(parts[0]));
      String id = said.path("id").asString();
      if (!RESET_PIN.equals(said.path("action").asString()) || id.isBlank()) {
        throw new Answer(422, "GRANT_INVALID", "grant: not for this");
      }
      if (!clock.instant().isBefore(Instant.ofEpochSecond(said.path("expires").asLong()))) {
        throw new Answer(410, "GRANT_EXPIRED", "grant: too old; ask the hall again");
      }
      if (spent.contains(id)) {
        throw new Answer(409, "GRANT_USED", "grant: used already; ask the hall again");
      }
      char[] soPin = decrypt(said.path("soPin").asString());
      spend(id);
      return new Reset(said.path("keySerial").asString(), soPin);
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
