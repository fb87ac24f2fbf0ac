package io.certhall.standalone.simulator.wechat;

import com.wechat.pay.java.core.util.PemUtil;
import io.certhall.backoffice.payment.wechat.WeChatPaySettings;
import io.certhall.standalone.simulator.OwnerOnlyFiles;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What merchant and provider agreed on: both key pairs and the APIv3 key, made on the first start.
 * The numbers that name the keys are taken from the keys, so a file alone is enough.
 */
public record SimulatedWeChatKeys(
    String appId,
    String merchantId,
    String merchantSerial,
    KeyPair merchant,
    KeyPair platform,
    String platformPublicKeyId,
    String apiV3Key) {

  private static final String APP_ID = "wx8888888888888888";
  private static final String MERCHANT_ID = "1900000001";
  private static final int SERIAL_BYTES = 20;
  private static final int KEY_ID_DIGITS = 18;
  private static final int API_V3_KEY_BYTES = 16;

  /**
   * @param folder {@code simulators/wechatpay} of the data folder
   */
  public static SimulatedWeChatKeys loadOrCreate(Path folder) {
    OwnerOnlyFiles.createFolder(folder);
    KeyPair merchant = keyPair(folder.resolve("merchant-key.pem"));
    KeyPair platform = keyPair(folder.resolve("platform-key.pem"));
    String apiV3Key =
        OwnerOnlyFiles.readOrCreate(folder.resolve("api-v3.key"), SimulatedWeChatKeys::newApiV3Key);
    return new SimulatedWeChatKeys(
        APP_ID,
        MERCHANT_ID,
        HexFormat.of().withUpperCase().formatHex(digest(merchant.getPublic()), 0, SERIAL_BYTES),
        merchant,
        platform,
        publicKeyId(platform),
        apiV3Key.strip());
  }

  /** Settings with which the hall's gateway talks to this simulator instead of the provider. */
  public WeChatPaySettings gatewaySettings(URI simulator) {
    return new WeChatPaySettings(
        appId,
        merchantId,
        merchantSerial,
        merchant.getPrivate(),
        platform.getPublic(),
        platformPublicKeyId,
        apiV3Key,
        simulator);
  }

  private static String publicKeyId(KeyPair platform) {
    String digits = new BigInteger(1, digest(platform.getPublic())).toString();
    return "PUB_KEY_ID_0" + MERCHANT_ID + digits.substring(0, KEY_ID_DIGITS);
  }

  private static String newApiV3Key() {
    byte[] random = new byte[API_V3_KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private static KeyPair keyPair(Path file) {
    PrivateKey key =
        PemUtil.loadPrivateKeyFromString(
            OwnerOnlyFiles.readOrCreate(file, SimulatedWeChatKeys::newPrivateKey));
    if (!(key instanceof RSAPrivateCrtKey rsa)) {
      throw new IllegalStateException(file + " is not an RSA key; delete it to get a new one");
    }
    try {
      return new KeyPair(
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent())),
          key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no public key for " + file, e);
    }
  }

  private static String newPrivateKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
      String lines =
          Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(pkcs8);
      return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make RSA keys", e);
    }
  }

  private static byte[] digest(Key key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "SimulatedWeChatKeys[merchantId=%s]", merchantId);
  }
}
