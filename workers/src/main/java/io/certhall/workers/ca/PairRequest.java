package io.certhall.workers.ca;

import io.certhall.workers.ca.escrow.EncryptionKey;
import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.profile.SerialNumber;
import io.certhall.workers.ca.profile.SubjectData;
import io.certhall.workers.ca.profile.SubjectType;
import io.certhall.workers.ca.profile.Validity;
import org.jspecify.annotations.Nullable;

/**
 * An order's wish for one pair of certificates.
 *
 * @param keptKey the escrowed encryption key to certify again, so that old files stay readable; a
 *     new one is made when absent
 */
public record PairRequest(
    SubjectType type,
    SubjectData subject,
    Validity validity,
    SubjectKey signingKey,
    SerialNumber signingSerial,
    SerialNumber encryptionSerial,
    @Nullable EncryptionKey keptKey) {

  public PairRequest {
    subject.requireFor(type);
    if (signingSerial.equals(encryptionSerial)) {
      throw new CaFault(FaultCode.FIELD_INVALID, "encryptionSerial", "= signingSerial");
    }
  }

  public PairRequest(
      SubjectType type,
      SubjectData subject,
      Validity validity,
      SubjectKey signingKey,
      SerialNumber signingSerial,
      SerialNumber encryptionSerial) {
    this(type, subject, validity, signingKey, signingSerial, encryptionSerial, null);
  }

  /** The same wish, with an encryption key that the hall already keeps. */
  public PairRequest keeping(EncryptionKey key) {
    return new PairRequest(
        type, subject, validity, signingKey, signingSerial, encryptionSerial, key);
  }
}
