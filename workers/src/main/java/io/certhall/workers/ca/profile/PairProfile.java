package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.util.EnumSet;
import java.util.Set;

/** The two certificates of one holder: same subject, different keys, different uses. */
public record PairProfile(CertificateProfile signing, CertificateProfile encryption) {

  private static final Set<KeyUse> SIGNING_USES =
      EnumSet.of(KeyUse.DIGITAL_SIGNATURE, KeyUse.NON_REPUDIATION);
  private static final Set<KeyUse> ENCRYPTION_USES =
      EnumSet.of(KeyUse.KEY_ENCIPHERMENT, KeyUse.DATA_ENCIPHERMENT, KeyUse.KEY_AGREEMENT);

  public PairProfile {
    if (signing.type() != encryption.type() || !signing.subject().equals(encryption.subject())) {
      throw new CaFault(
          FaultCode.FIELD_INVALID, "profile", signing.name() + " ≠ " + encryption.name());
    }
  }

  /** The usual pair: both certificates alike but for their key usages. */
  public static PairProfile of(CertificateProfile common) {
    return new PairProfile(
        common.forUses("signing", SIGNING_USES), common.forUses("encryption", ENCRYPTION_USES));
  }
}
