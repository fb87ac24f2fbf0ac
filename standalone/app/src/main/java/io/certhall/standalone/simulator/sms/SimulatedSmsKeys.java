package io.certhall.standalone.simulator.sms;

import io.certhall.standalone.simulator.OwnerOnlyFiles;
import io.certhall.workers.notification.aliyun.AliyunSmsSettings;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The account's access key, made on the first start. */
public record SimulatedSmsKeys(String accessKeyId, String accessKeySecret) {

  private static final String ACCESS_KEY_ID = "LTAI-simulated";
  private static final int SECRET_BYTES = 15;

  /**
   * @param folder {@code simulators/sms} of the data folder
   */
  public static SimulatedSmsKeys loadOrCreate(Path folder) {
    OwnerOnlyFiles.createFolder(folder);
    String secret =
        OwnerOnlyFiles.readOrCreate(
            folder.resolve("access-key.secret"), SimulatedSmsKeys::newSecret);
    return new SimulatedSmsKeys(ACCESS_KEY_ID, secret.strip());
  }

  /**
   * Settings with which the hall's gateway talks to this simulator instead of the provider.
   *
   * @param simulator ends in {@code /simulators/sms/aliyun}
   */
  public AliyunSmsSettings gatewaySettings(URI simulator) {
    return new AliyunSmsSettings(accessKeyId, accessKeySecret, simulator);
  }

  private static String newSecret() {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  @Override
  public String toString() {
    return "SimulatedSmsKeys[accessKeyId=" + accessKeyId + "]";
  }
}
