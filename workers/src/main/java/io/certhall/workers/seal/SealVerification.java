package io.certhall.workers.seal;

import io.certhall.workers.ca.DerBytes;
import io.certhall.workers.ca.key.Sm2;
import io.certhall.workers.ca.key.Sm2Signature;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.X509CertificateHolder;

/** Every reason not to trust a seal; none when it may be used. */
final class SealVerification {

  private SealVerification() {}

  enum Finding {
    ALGORITHM_UNKNOWN,
    SIGNATURE_WRONG,
    MAKER_NOT_OF_THIS_CA,
    MAKER_EXPIRED_WHEN_MADE,
    CERTIFICATE_NOT_BOUND,
    NOT_YET_VALID,
    EXPIRED
  }

  /**
   * @param authority the CA that certifies seal makers here
   * @param certificate the one the seal is to be used with
   */
  static List<Finding> of(
      SignedSeal seal, X509CertificateHolder authority, byte[] certificate, Instant at) {
    List<Finding> findings = new ArrayList<>();
    X509CertificateHolder maker = DerBytes.certificate(seal.makerCertificate());
    if (!Sm2.SIGNATURE.getAlgorithm().equals(seal.algorithm())) {
      findings.add(Finding.ALGORITHM_UNKNOWN);
    } else if (!isSigned(seal, maker)) {
      findings.add(Finding.SIGNATURE_WRONG);
    }
    if (!isCertified(maker, authority)) {
      findings.add(Finding.MAKER_NOT_OF_THIS_CA);
    }
    SealProperty property = seal.info().property();
    if (!maker.isValidOn(java.util.Date.from(property.createdAt()))) {
      findings.add(Finding.MAKER_EXPIRED_WHEN_MADE);
    }
    if (!property.certificates().includes(certificate)) {
      findings.add(Finding.CERTIFICATE_NOT_BOUND);
    }
    if (at.isBefore(property.validFrom())) {
      findings.add(Finding.NOT_YET_VALID);
    }
    if (!at.isBefore(property.validTo())) {
      findings.add(Finding.EXPIRED);
    }
    return findings;
  }

  static boolean isSigned(SignedSeal seal, X509CertificateHolder maker) {
    return Sm2Signature.verify(
        Sm2.publicKey(maker.getSubjectPublicKeyInfo()), seal.toBeSigned(), seal.signature());
  }

  static boolean isCertified(X509CertificateHolder maker, X509CertificateHolder authority) {
    try {
      return maker.getIssuer().equals(authority.getSubject())
          && Sm2Signature.verify(
              Sm2.publicKey(authority.getSubjectPublicKeyInfo()),
              maker.toASN1Structure().getTBSCertificate().getEncoded(ASN1Encoding.DER),
              maker.getSignature());
    } catch (IOException e) {
      return false;
    }
  }
}
