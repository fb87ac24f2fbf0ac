package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.util.regex.Pattern;

/**
 * An organisation by its registered name and unified social credit code (18 characters, GB 32100).
 * The check digit is the reviewer's business: real codes with a wrong one are reported to exist.
 */
public record OrganisationIdentity(String name, String creditCode) {

  private static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-HJ-NP-RTUW-Y]{18}");

  public OrganisationIdentity {
    if (name.isBlank()) {
      throw new CaFault(FaultCode.FIELD_MISSING, "organisation.name");
    }
    if (!isCreditCode(creditCode)) {
      throw new CaFault(
          FaultCode.FIELD_INVALID,
          "organisation.creditCode",
          "18 × 0-9 A-Z (I O S V Z ✗), GB 32100: " + creditCode);
    }
  }

  public static boolean isCreditCode(String text) {
    return CREDIT_CODE.matcher(text).matches();
  }
}
