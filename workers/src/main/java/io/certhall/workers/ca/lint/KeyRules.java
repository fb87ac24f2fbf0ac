package io.certhall.workers.ca.lint;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.key.Sm2;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.math.ec.ECPoint;

/** The public key: SM2, on the curve, not one that everybody can guess. */
final class KeyRules {

  private static final byte UNCOMPRESSED = 4;

  /** Private keys 1..256 and their negatives: what a broken random source or a test leaves. */
  private static final int SMALL_KEYS = 256;

  private static final Set<ECPoint> GUESSABLE = guessable();

  private KeyRules() {}

  static void check(TBSCertificate body, Issuer issuer, Findings findings) {
    var key = body.getSubjectPublicKeyInfo();
    findings.addIf(
        key.equals(issuer.certificate().getSubjectPublicKeyInfo()), LintRule.KEY_IS_ISSUERS, "");
    if (!Sm2.KEY.equals(key.getAlgorithm())) {
      findings.add(LintRule.KEY_ALGORITHM_NOT_ALLOWED, key.getAlgorithm().getAlgorithm());
      return;
    }
    var point = key.getPublicKeyData().getOctets();
    if (point.length != Sm2.POINT_LENGTH || point[0] != UNCOMPRESSED) {
      findings.add(LintRule.KEY_POINT_FORM, point.length);
      return;
    }
    try {
      var q = Sm2.publicKey(point).getQ();
      findings.addIf(GUESSABLE.contains(q), LintRule.KEY_WEAK, "");
    } catch (CaFault e) {
      findings.add(LintRule.KEY_NOT_ON_CURVE, "");
    }
  }

  private static Set<ECPoint> guessable() {
    var points = new HashSet<ECPoint>();
    var g = Sm2.DOMAIN.getG();
    var point = g;
    for (var i = 0; i < SMALL_KEYS; i++) {
      points.add(point.normalize());
      points.add(point.negate().normalize());
      point = point.add(g);
    }
    return Set.copyOf(points);
  }
}
