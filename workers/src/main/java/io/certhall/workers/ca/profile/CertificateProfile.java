package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * What one kind of certificate says, as data.
 *
 * @param name shown in findings, e.g. {@code ORG/signing}
 * @param keyAlgorithm the kind of key that is certified
 * @param carryOverDays days a renewal may add on top of {@code maxYears} for what was left
 * @param policies certificate policy OIDs of the CA's practice statement, at least one
 */
public record CertificateProfile(
    String name,
    SubjectType type,
    KeyAlgorithm keyAlgorithm,
    SubjectTemplate subject,
    Set<KeyUse> keyUses,
    List<ASN1ObjectIdentifier> extendedUses,
    List<ASN1ObjectIdentifier> policies,
    CaUrls urls,
    IdentityOids identity,
    int maxYears,
    int carryOverDays) {

  public CertificateProfile {
    keyUses = Set.copyOf(keyUses);
    extendedUses = List.copyOf(extendedUses);
    policies = List.copyOf(policies);
    if (keyUses.isEmpty()) {
      throw new CaFault(FaultCode.FIELD_MISSING, "profile.keyUses");
    }
    if (policies.isEmpty()) {
      throw new CaFault(FaultCode.FIELD_MISSING, "profile.policies");
    }
    if (maxYears < 1 || carryOverDays < 0) {
      throw new CaFault(FaultCode.FIELD_INVALID, "profile.maxYears", "≥ 1");
    }
  }
}
