package io.certhall.standalone.simulator.wechat;

import io.certhall.backoffice.payment.wechat.WeChatPaySettings;
import io.certhall.standalone.simulator.OwnerOnlyFiles;
import io.certhall.standalone.simulator.SimulatorRsaKey;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
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
    KeyPair merchant = SimulatorRsaKey.loadOrCreate(folder.resolve("merchant-key.pem"));
    KeyPair platform = SimulatorRsaKey.loadOrCreate(folder.resolve("platform-key.pem"));
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
