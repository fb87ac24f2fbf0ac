package io.certhall.workers.ca.escrow;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/** Makes sure that an encryption key goes to the signing certificate of the same holder. */
final class Recipient {

  private Recipient() {}

  static void check(X509CertificateHolder signing, X509CertificateHolder encryption) {
    for (var refusal :
        List.of(
            refusal("issuer", signing.getIssuer().equals(encryption.getIssuer())),
            refusal("subject", signing.getSubject().equals(encryption.getSubject())),
            refusal("keyUsage digitalSignature", has(signing, KeyUsage.digitalSignature)),
            refusal("keyUsage keyEncipherment", encrypts(encryption)),
            refusal("keyUsage keyEncipherment", !encrypts(signing)),
            refusal("publicKey algorithm", sameAlgorithm(signing, encryption)),
            refusal(
                "publicKey",
                !signing.getSubjectPublicKeyInfo().equals(encryption.getSubjectPublicKeyInfo())))) {
      if (!refusal.isEmpty()) {
        throw new CaFault(FaultCode.RECIPIENT_NOT_SIGNING_CERTIFICATE, refusal);
      }
    }
  }

  private static String refusal(String what, boolean fine) {
    return fine ? "" : what;
  }

  private static boolean encrypts(X509CertificateHolder certificate) {
    return has(certificate, KeyUsage.keyEncipherment) || has(certificate, KeyUsage.keyAgreement);
  }

  private static boolean sameAlgorithm(X509CertificateHolder one, X509CertificateHolder other) {
    return KeyAlgorithm.of(one.getSubjectPublicKeyInfo())
        .equals(KeyAlgorithm.of(other.getSubjectPublicKeyInfo()));
  }

  private static boolean has(X509CertificateHolder certificate, int use) {
    var usage = KeyUsage.fromExtensions(certificate.getExtensions());
    return usage != null && usage.hasUsages(use);
  }
}
