package io.certhall.workers.ca.profile;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** A hall's certificate profiles by type of subject. */
public record Profiles(Map<SubjectType, PairProfile> pairs) {

  /** The arc 2.999 is set aside for examples (X.660); a real CA puts its own policy OID here. */
  public static final ASN1ObjectIdentifier EXAMPLE_POLICY =
      new ASN1ObjectIdentifier("2.999.156.1.1");

  private static final int MAX_YEARS = 5;
  private static final int CARRY_OVER_DAYS = 92;

  /**
   * Organisations: credit code in organizationIdentifier (2.5.4.97) and in the identity extension.
   * Persons: name only; the ID number stands in the identity extension alone.
   */
  private static final Map<SubjectType, String> SUBJECTS =
      Map.of(
          SubjectType.ORG,
          "C=CN, ST={province?}, L={city?}, O={organisation}, OU={department?},"
              + " organizationIdentifier={creditCode}, CN={organisation}",
          SubjectType.ORG_BUSINESS,
          "C=CN, ST={province?}, L={city?}, O={organisation}, OU={department?},"
              + " organizationIdentifier={creditCode}, CN={organisation}",
          SubjectType.ORG_PERSON,
          "C=CN, ST={province?}, L={city?}, O={organisation}, OU={department?},"
              + " organizationIdentifier={creditCode}, serialNumber={holderNumber?}, CN={person}",
          SubjectType.LEGAL_REP,
          "C=CN, ST={province?}, L={city?}, O={organisation}, organizationIdentifier={creditCode},"
              + " T=法定代表人, serialNumber={holderNumber?}, CN={person}",
          SubjectType.PERSON,
          "C=CN, ST={province?}, L={city?}, serialNumber={holderNumber?}, CN={person}");

  public Profiles {
    pairs = Map.copyOf(pairs);
  }

  public static Profiles standard(CaUrls urls, List<ASN1ObjectIdentifier> policies) {
    var pairs = new EnumMap<SubjectType, PairProfile>(SubjectType.class);
    SUBJECTS.forEach(
        (type, subject) ->
            pairs.put(
                type,
                PairProfile.of(
                    new CertificateProfile(
                        type.name(),
                        type,
                        SubjectTemplate.parse(subject),
                        Set.of(KeyUse.DIGITAL_SIGNATURE),
                        List.of(
                            KeyPurposeId.id_kp_clientAuth.toOID(),
                            KeyPurposeId.id_kp_emailProtection.toOID()),
                        policies,
                        urls,
                        IdentityOids.GMT_0015,
                        MAX_YEARS,
                        CARRY_OVER_DAYS))));
    return new Profiles(pairs);
  }

  public PairProfile forType(String hall, SubjectType type) {
    var pair = pairs.get(type);
    if (pair == null) {
      throw new CaFault(FaultCode.PROFILE_MISSING, hall, type);
    }
    return pair;
  }
}
