package io.certhall.workers.ca.lint;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** Version, serial number, algorithm and issuer. */
final class HeaderRules {

  private static final int LEAST_SERIAL_BITS = 64;
  private static final int MOST_SERIAL_BITS = 159;

  private HeaderRules() {}

  static void check(TBSCertificate body, Issuer issuer, Findings findings) {
    findings.addIf(body.getVersionNumber() != 3, LintRule.VERSION_NOT_3, body.getVersionNumber());
    findings.addIf(
        body.getIssuerUniqueId() != null || body.getSubjectUniqueId() != null,
        LintRule.UNIQUE_ID_PRESENT,
        "");
    checkSerial(body, findings);
    findings.addIf(
        !body.getSignature().equals(issuer.algorithm()),
        LintRule.SIGNATURE_ALGORITHM_DIFFERS,
        body.getSignature().getAlgorithm());
    findings.addIf(
        !sameBytes(body.getIssuer(), issuer.certificate().getSubject()),
        LintRule.ISSUER_NAME_DIFFERS,
        body.getIssuer());
    checkIssuer(issuer, findings);
  }

  /** Path building compares names byte by byte, which is stricter than X500Name.equals. */
  static boolean sameBytes(X500Name one, X500Name other) {
    return one.toASN1Primitive().equals(other.toASN1Primitive());
  }

  private static void checkSerial(TBSCertificate body, Findings findings) {
    var serial = body.getSerialNumber().getValue();
    if (serial.signum() <= 0) {
      findings.add(LintRule.SERIAL_NOT_POSITIVE, serial.toString(16));
    } else if (serial.bitLength() < LEAST_SERIAL_BITS) {
      findings.add(LintRule.SERIAL_TOO_SHORT, serial.bitLength());
    } else if (serial.bitLength() > MOST_SERIAL_BITS) {
      findings.add(LintRule.SERIAL_TOO_LONG, serial.bitLength());
    }
  }

  private static void checkIssuer(Issuer issuer, Findings findings) {
    var extensions = issuer.certificate().getExtensions();
    var constraints = BasicConstraints.fromExtensions(extensions);
    var usage = KeyUsage.fromExtensions(extensions);
    findings.addIf(
        constraints == null
            || !constraints.isCA()
            || usage == null
            || !usage.hasUsages(KeyUsage.keyCertSign),
        LintRule.ISSUER_MAY_NOT_ISSUE,
        issuer.certificate().getSubject());
  }
}
