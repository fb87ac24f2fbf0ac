package io.certhall.workers.issuance;

import io.certhall.workers.ca.SimulatedMedium;
import io.certhall.workers.ca.SubjectKey;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Key media that are files, for desks without a real key: the key pair is kept below the data
 * folder as a key keeps it inside. Off in production; then the desk must bring a request made on
 * the key.
 */
@Component
class SimulatedMedia {

  private final boolean enabled;
  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  SimulatedMedia(
      @Value("${certhall.simulators.enabled:false}") boolean enabled,
      @Value("${certhall.data}") Path dataFolder) {
    this.enabled = enabled;
    this.folder = dataFolder.resolve("simulators/media");
  }

  /**
   * The signing key on the medium; made when it is first used.
   *
   * @throws CaFault when no simulated media are allowed here
   */
  SubjectKey signingKey(String mediumSerial) {
    if (!enabled) {
      throw new CaFault(FaultCode.FIELD_MISSING, "csrPem");
    }
    Path file = folder.resolve(mediumSerial + ".p8");
    try {
      if (Files.exists(file)) {
        return SimulatedMedium.restore(Files.readAllBytes(file), random).publicKey();
      }
      Files.createDirectories(folder);
      SimulatedMedium medium = SimulatedMedium.create(random);
      Path temporary =
          Files.createTempFile(
              folder,
              mediumSerial,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(temporary, medium.pkcs8());
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      return medium.publicKey();
    } catch (IOException e) {
      throw new UncheckedIOException("simulated medium " + mediumSerial, e);
    }
  }
}
