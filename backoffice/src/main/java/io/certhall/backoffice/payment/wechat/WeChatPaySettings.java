package io.certhall.backoffice.payment.wechat;

import com.wechat.pay.java.core.util.PemUtil;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One merchant account at WeChat Pay.
 *
 * @param merchantSerial serial number of the merchant's API certificate, hexadecimal
 * @param platformPublicKeyId begins with {@code PUB_KEY_ID_}
 * @param apiV3Key 32 bytes, opens notifications
 * @param baseUrl null for the real address; else a simulator. Plain http only on this machine
 */
public record WeChatPaySettings(
    String appId,
    String merchantId,
    String merchantSerial,
    PrivateKey merchantPrivateKey,
    PublicKey platformPublicKey,
    String platformPublicKeyId,
    String apiV3Key,
    @Nullable URI baseUrl) {

  private static final int API_V3_KEY_BYTES = 32;
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  public WeChatPaySettings {
    requireText("appId", appId);
    requireText("merchantId", merchantId);
    requireText("merchantSerial", merchantSerial);
    requireText("platformPublicKeyId", platformPublicKeyId);
    if (apiV3Key.getBytes(StandardCharsets.UTF_8).length != API_V3_KEY_BYTES) {
      throw new IllegalArgumentException("apiV3Key must have 32 bytes; set it at the provider");
    }
    if (baseUrl != null && !isTrusted(baseUrl)) {
      throw new IllegalArgumentException(
          "baseUrl must be https, or http to this machine: " + baseUrl);
    }
  }

  /**
   * @param merchantPrivateKeyPem PKCS#8, as downloaded ({@code apiclient_key.pem})
   * @param platformPublicKeyPem as downloaded ({@code pub_key.pem})
   */
  public static WeChatPaySettings fromPem(
      String appId,
      String merchantId,
      String merchantSerial,
      String merchantPrivateKeyPem,
      String platformPublicKeyPem,
      String platformPublicKeyId,
      String apiV3Key,
      @Nullable URI baseUrl) {
    return new WeChatPaySettings(
        appId,
        merchantId,
        merchantSerial,
        PemUtil.loadPrivateKeyFromString(merchantPrivateKeyPem),
        PemUtil.loadPublicKeyFromString(platformPublicKeyPem),
        platformPublicKeyId,
        apiV3Key,
        baseUrl);
  }

  private static boolean isTrusted(URI url) {
    return "https".equals(url.getScheme())
        || ("http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost()));
  }

  private static void requireText(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
  }

  /** Without keys: this gets into logs. */
  @Override
  public String toString() {
    return "WeChatPaySettings[appId=%s, merchantId=%s, baseUrl=%s]"
        .formatted(appId, merchantId, baseUrl == null ? "real" : baseUrl);
  }
}
