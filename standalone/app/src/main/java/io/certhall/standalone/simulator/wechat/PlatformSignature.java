package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.SimulatorRsaKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Signs and encrypts as the provider does. */
final class PlatformSignature {

  private static final int TAG_BITS = 128;
  private static final int NONCE_BYTES = 16;
  private static final int GCM_NONCE_CHARACTERS = 12;

  private final SimulatedWeChatKeys keys;
  private final Clock realTime;
  private final SecureRandom random = new SecureRandom();

  PlatformSignature(SimulatedWeChatKeys keys, Clock realTime) {
    this.keys = keys;
    this.realTime = realTime;
  }

  /** The headers that prove {@code body} is the provider's, now. */
  Map<String, String> headers(String body) {
    String timestamp = Long.toString(realTime.instant().getEpochSecond());
    String nonce = nonce();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Request-ID", UUID.randomUUID().toString());
    headers.put("Wechatpay-Serial", keys.platformPublicKeyId());
    headers.put("Wechatpay-Timestamp", timestamp);
    headers.put("Wechatpay-Nonce", nonce);
    headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
    headers.put("Wechatpay-Signature", sign(String.join("\n", timestamp, nonce, body, "")));
    return headers;
  }

  /** The {@code resource} of a notification. */
  Map<String, String> encrypted(String type, String plain) {
    String nonce = nonce().substring(0, GCM_NONCE_CHARACTERS);
    Map<String, String> resource = new LinkedHashMap<>();
    resource.put("original_type", type);
    resource.put("algorithm", "AEAD_AES_256_GCM");
    resource.put("ciphertext", encrypt(plain, nonce, type));
    resource.put("associated_data", type);
    resource.put("nonce", nonce);
    return resource;
  }

  private String sign(String message) {
    return SimulatorRsaKey.sign(keys.platform().getPrivate(), message);
  }

  private String encrypt(String plain, String nonce, String associatedData) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(keys.apiV3Key().getBytes(StandardCharsets.UTF_8), "AES"),
          new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
      cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt with the APIv3 key", e);
    }
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
