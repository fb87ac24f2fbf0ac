package io.certhall.standalone.simulator.subject;

import io.certhall.standalone.simulator.OwnerOnlyFiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The hall's account at the platform, made on the first start. */
public record SimulatedSubjectKey(String appId, String secret) {

  private static final int SECRET_BYTES = 32;

  /**
   * @param folder {@code simulators/subject} of the data folder
   */
  public static SimulatedSubjectKey loadOrCreate(Path folder) {
    OwnerOnlyFiles.createFolder(folder);
    String secret =
        OwnerOnlyFiles.readOrCreate(
            folder.resolve("app.secret"),
            () -> {
              byte[] random = new byte[SECRET_BYTES];
              new SecureRandom().nextBytes(random);
              return HexFormat.of().formatHex(random);
            });
    return new SimulatedSubjectKey("certhall-simulated", secret.strip());
  }

  @Override
  public String toString() {
    return "SimulatedSubjectKey[appId=" + appId + "]";
  }
}
