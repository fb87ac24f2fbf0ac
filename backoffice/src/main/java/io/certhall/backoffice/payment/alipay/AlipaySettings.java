package io.certhall.backoffice.payment.alipay;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One merchant's application at Alipay.
 *
 * @param sellerId the merchant's user number, begins with 2088
 * @param appPrivateKey signs our requests
 * @param alipayPublicKey proves answers and notifications; not the application's own public key
 * @param gateway null for the real address; else a simulator. Plain http only on this machine
 */
public record AlipaySettings(
    String appId,
    String sellerId,
    PrivateKey appPrivateKey,
    PublicKey alipayPublicKey,
    @Nullable URI gateway) {

  private static final URI REAL = URI.create("https://openapi.alipay.com/gateway.do");
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  public AlipaySettings {
    requireText("appId", appId);
    requireText("sellerId", sellerId);
    if (gateway != null && !isTrusted(gateway)) {
      throw new IllegalArgumentException(
          "gateway must be https, or http to this machine: " + gateway);
    }
  }

  /**
   * @param appPrivateKey PKCS#8 in Base64, with or without PEM lines, as the key tool writes it
   * @param alipayPublicKey Base64, with or without PEM lines, as the console shows it
   */
  public static AlipaySettings fromText(
      String appId,
      String sellerId,
      String appPrivateKey,
      String alipayPublicKey,
      @Nullable URI gateway) {
    return new AlipaySettings(
        appId, sellerId, privateKey(appPrivateKey), publicKey(alipayPublicKey), gateway);
  }

  URI address() {
    return gateway == null ? REAL : gateway;
  }

  private static PrivateKey privateKey(String text) {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(text)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("the application's private key is not a PKCS#8 RSA key");
    }
  }

  private static PublicKey publicKey(String text) {
    try {
      return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes(text)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("Alipay's public key is not an RSA public key");
    }
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder()
        .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
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
    return "AlipaySettings[appId=%s, sellerId=%s, gateway=%s]"
        .formatted(appId, sellerId, gateway == null ? "real" : gateway);
  }
}
