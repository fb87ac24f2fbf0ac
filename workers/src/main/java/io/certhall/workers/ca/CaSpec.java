package io.certhall.workers.ca;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.profile.HallProfiles;
import io.certhall.workers.ca.profile.ProfileFiles;
import io.certhall.workers.ca.profile.Profiles;
import java.util.List;

/**
 * The settings of one hall's issuing CA. Names count when the CA is made; later the certificate in
 * the folder has the say. Profiles may change at any time.
 *
 * @param hall the hall's code, also the name of its files, e.g. {@code gscamce}
 */
public record CaSpec(
    String hall, String organisation, String commonName, HallProfiles profileData) {

  public CaSpec {
    // "root" and "escrow" name other files of the folder.
    if (!hall.matches("[a-z0-9][a-z0-9-]{0,39}") || List.of("root", "escrow").contains(hall)) {
      throw new CaFault(FaultCode.FIELD_INVALID, "ca.hall", "[a-z0-9-]{1,40}: " + hall);
    }
    if (organisation.isBlank()) {
      throw new CaFault(FaultCode.FIELD_MISSING, "ca.organisation");
    }
    if (commonName.isBlank()) {
      throw new CaFault(FaultCode.FIELD_MISSING, "ca.commonName");
    }
  }

  /** The hall's own CA's profiles. */
  public Profiles profiles() {
    return profileData.forCa(hall);
  }

  /** The shipped profiles, addresses below one base URL. */
  public static CaSpec standard(
      String hall, String organisation, String commonName, String baseUrl) {
    return new CaSpec(
        hall, organisation, commonName, ProfileFiles.shipped().forHall(hall, baseUrl));
  }
}
