package io.certhall.workers.ca.lint;

import io.certhall.workers.ca.key.SigningKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/** The CA that would sign: its certificate and the algorithm it signs with. */
public record Issuer(X509CertificateHolder certificate, AlgorithmIdentifier algorithm) {

  public static Issuer of(SigningKey key) {
    return new Issuer(key.certificate(), key.algorithm());
  }
}
