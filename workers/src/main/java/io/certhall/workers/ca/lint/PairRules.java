package io.certhall.workers.ca.lint;

import io.certhall.workers.ca.profile.PairProfile;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.jspecify.annotations.Nullable;

/** Signing and encryption certificate are one unit: same holder, same time, different keys. */
final class PairRules {

  private PairRules() {}

  static List<LintFinding> check(
      TBSCertificate signing, TBSCertificate encryption, PairProfile profile) {
    var findings = new Findings(profile.signing().type().name());
    findings.addIf(
        signing.getSubjectPublicKeyInfo().equals(encryption.getSubjectPublicKeyInfo()),
        LintRule.PAIR_KEYS_EQUAL,
        "");
    findings.addIf(
        !HeaderRules.sameBytes(signing.getSubject(), encryption.getSubject()),
        LintRule.PAIR_SUBJECTS_DIFFER,
        "");
    findings.addIf(
        signing.getSerialNumber().equals(encryption.getSerialNumber()),
        LintRule.PAIR_SERIALS_EQUAL,
        signing.getSerialNumber().getValue().toString(16));
    findings.addIf(
        !signing.getValidity().equals(encryption.getValidity()),
        LintRule.PAIR_VALIDITIES_DIFFER,
        signing.getEndDate().getDate().toInstant()
            + " ≠ "
            + encryption.getEndDate().getDate().toInstant());
    var oids = profile.signing().identity();
    for (var oid : List.of(oids.organisation(), oids.person())) {
      findings.addIf(
          !Objects.equals(extension(signing, oid), extension(encryption, oid)),
          LintRule.PAIR_IDENTITIES_DIFFER,
          oid);
    }
    return findings.list();
  }

  private static @Nullable Extension extension(TBSCertificate body, ASN1ObjectIdentifier oid) {
    var extensions = body.getExtensions();
    return extensions == null ? null : extensions.getExtension(oid);
  }
}
