package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;

/** The two certificates of one holder: same subject, different keys, different uses. */
public record PairProfile(CertificateProfile signing, CertificateProfile encryption) {

  public PairProfile {
    if (signing.type() != encryption.type()
        || signing.keyAlgorithm() != encryption.keyAlgorithm()
        || !signing.subject().equals(encryption.subject())) {
      throw new CaFault(
          FaultCode.FIELD_INVALID, "profile", signing.name() + " ≠ " + encryption.name());
    }
  }
}
