package io.certhall.workers.ca.key;

import java.util.List;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/** A CA's private key, wherever it lives: a file by default, a hardware module in production. */
public interface SigningKey {

  AlgorithmIdentifier algorithm();

  /** The key's own certificate first, the root last. */
  List<X509CertificateHolder> chain();

  SubjectPublicKeyInfo publicKey();

  /** Signs the DER bytes of a certificate body, CRL or OCSP answer. Safe for concurrent use. */
  byte[] sign(byte[] toBeSigned);

  default KeyAlgorithm keyAlgorithm() {
    return KeyAlgorithm.require(publicKey());
  }

  default X509CertificateHolder certificate() {
    return chain().getFirst();
  }
}
