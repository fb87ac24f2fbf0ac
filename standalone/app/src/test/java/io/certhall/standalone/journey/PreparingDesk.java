package io.certhall.standalone.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives SoftHSM2 tokens the hall's officer PIN, as a producer's desk gives it to keys. It derives
 * that PIN by itself from the hall's secret, as the document describes it.
 */
final class PreparingDesk implements AutoCloseable {

  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private final KeyPair grants = pair("Ed25519");
  private final HttpServer server;
  private final Path secret;

  PreparingDesk(Path hallData) {
    this.secret = hallData.resolve("secrets/key-agent.key");
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 4);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] key =
        JsonMapper.builder()
            .build()
            .writeValueAsBytes(
                Map.of("key", Base64.getEncoder().encodeToString(grants.getPublic().getEncoded())));
    server.createContext(
        "/api/v1/agent/grant-key",
        exchange -> {
          exchange.sendResponseHeaders(200, key.length);
          exchange.getResponseBody().write(key);
          exchange.close();
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  RunningAgent.Answer prepare(RunningAgent agent, String token, String userPin) {
    String transport =
        agent.ask(address(), "/v1/tokens", Map.of()).body().path("transportKey").asString("");
    return agent.ask(
        address(),
        "/v1/prepare",
        Map.of(
            "token",
            token,
            "grant",
            grant(token, transport),
            "officerPin",
            SoftToken.MAKERS_PIN,
            "newPin",
            userPin,
            "algorithm",
            "RSA_2048",
            "subject",
            "CN=journey"));
  }

  private String grant(String token, String transport) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String payload =
        base64.encodeToString(
            JsonMapper.builder()
                .build()
                .writeValueAsBytes(
                    Map.of(
                        "id", UUID.randomUUID().toString(),
                        "action", "SET_OFFICER_PIN",
                        "keySerial", token,
                        "expires", Instant.now().plusSeconds(120).getEpochSecond(),
                        "soPin", sealed(officerPin(token), transport))));
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(grants.getPrivate());
      signature.update(payload.getBytes(StandardCharsets.US_ASCII));
      return payload + "." + base64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String officerPin(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Files.readAllBytes(secret), "HmacSHA256"));
      byte[] bits = mac.doFinal(("officer-pin:" + token).getBytes(StandardCharsets.UTF_8));
      StringBuilder pin = new StringBuilder();
      for (int i = 0; i < 16; i++) {
        pin.append(ALPHABET.charAt(bits[i] & 31));
      }
      return pin.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sealed(String pin, String transport) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(transport))),
          new OAEPParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
      return Base64.getEncoder()
          .encodeToString(cipher.doFinal(pin.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
