package io.certhall.workers.ca.lint;

import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.profile.CertificateProfile;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;

/** The public key: of the profile's kind, well-formed, not one that everybody can guess. */
final class KeyRules {

  private static final byte UNCOMPRESSED = 4;

  /** Private keys 1..256 and their negatives: what a broken random source or a test leaves. */
  private static final int SMALL_KEYS = 256;

  private static final ECDomainParameters P256 =
      new ECDomainParameters(SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1));
  private static final Set<ECPoint> GUESSABLE = guessable(Sm2.DOMAIN);
  private static final Set<ECPoint> GUESSABLE_P256 = guessable(P256);

  private KeyRules() {}

  static void check(
      TBSCertificate body, CertificateProfile profile, Issuer issuer, Findings findings) {
    var key = body.getSubjectPublicKeyInfo();
    findings.addIf(
        key.equals(issuer.certificate().getSubjectPublicKeyInfo()), LintRule.KEY_IS_ISSUERS, "");
    var expected = profile.keyAlgorithm();
    if (!expected.keyIdentifier().equals(key.getAlgorithm())) {
      findings.add(
          LintRule.KEY_ALGORITHM_NOT_ALLOWED, key.getAlgorithm().getAlgorithm() + " ≠ " + expected);
      return;
    }
    switch (expected.family()) {
      case SM2 -> checkPoint(key.getPublicKeyData().getOctets(), Sm2.DOMAIN, GUESSABLE, findings);
      case EC -> checkPoint(key.getPublicKeyData().getOctets(), P256, GUESSABLE_P256, findings);
      case RSA -> RsaKeyRules.check(key, expected.bits(), findings);
    }
  }

  private static void checkPoint(
      byte[] point, ECDomainParameters curve, Set<ECPoint> guessable, Findings findings) {
    if (point.length != Sm2.POINT_LENGTH || point[0] != UNCOMPRESSED) {
      findings.add(LintRule.KEY_POINT_FORM, point.length);
      return;
    }
    try {
      var q = curve.getCurve().decodePoint(point);
      findings.addIf(guessable.contains(q), LintRule.KEY_WEAK, "");
    } catch (IllegalArgumentException e) {
      findings.add(LintRule.KEY_NOT_ON_CURVE, "");
    }
  }

  private static Set<ECPoint> guessable(ECDomainParameters curve) {
    var points = new HashSet<ECPoint>();
    var g = curve.getG();
    var point = g;
    for (var i = 0; i < SMALL_KEYS; i++) {
      points.add(point.normalize());
      points.add(point.negate().normalize());
      point = point.add(g);
    }
    return Set.copyOf(points);
  }
}
