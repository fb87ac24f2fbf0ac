package io.certhall.workers.ca;

import io.certhall.workers.ca.fault.CaFault;
import io.certhall.workers.ca.fault.FaultCode;
import io.certhall.workers.ca.key.KeyAlgorithm;
import io.certhall.workers.ca.key.KeyContentSigner;
import io.certhall.workers.ca.key.KeyMaterial;
import io.certhall.workers.ca.key.KeySignature;
import io.certhall.workers.ca.key.SigningKey;
import io.certhall.workers.ca.profile.SerialNumber;
import io.certhall.workers.ca.profile.Validity;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/**
 * A root CA.
 *
 * @param key absent while it is offline
 */
record CaRoot(X509CertificateHolder certificate, @Nullable SigningKey key) {

  private static final int ROOT_YEARS = 20;
  private static final int ISSUING_YEARS = 10;

  /** Holders' certificates may start at the beginning of the first day. */
  private static final Duration HEAD_START = Duration.ofDays(1);

  /** A certificate for a new root key, signed by itself. */
  static X509CertificateHolder certify(
      RootSpec spec, KeyMaterial key, Clock clock, SecureRandom random) {
    var name =
        CaCertificate.name(
            spec.organisation(),
            CaName.first(CaName.ROOT, key.algorithm().family()).commonName(spec.commonName()));
    var validity = Validity.ofYears(clock.instant().minus(HEAD_START), ROOT_YEARS);
    return new CaCertificate(SerialNumber.random(random), validity)
        .root(name, key.publicKey(), new KeyContentSigner(key, random));
  }

  KeyAlgorithm.Family family() {
    return KeyAlgorithm.require(certificate.getSubjectPublicKeyInfo()).family();
  }

  /**
   * A certificate for an issuing CA.
   *
   * @throws CaFault ROOT_KEY_OFFLINE
   */
  X509CertificateHolder certify(
      CaSpec spec, CaName ca, SubjectPublicKeyInfo publicKey, Clock clock, SecureRandom random) {
    if (key == null) {
      throw new CaFault(FaultCode.ROOT_KEY_OFFLINE, spec.hall());
    }
    var name = CaCertificate.name(spec.organisation(), ca.commonName(spec.commonName()));
    var start = later(clock.instant().minus(HEAD_START));
    var issued =
        new CaCertificate(SerialNumber.random(random), Validity.ofYears(start, ISSUING_YEARS))
            .issuing(certificate, name, publicKey, new KeyContentSigner(key));
    requireIssued(issued);
    return issued;
  }

  private Instant later(Instant start) {
    var from = certificate.getNotBefore().toInstant();
    return start.isBefore(from) ? from : start;
  }

  boolean issued(X509CertificateHolder other) {
    try {
      var signedPart = other.toASN1Structure().getTBSCertificate().getEncoded(ASN1Encoding.DER);
      return other.getIssuer().equals(certificate.getSubject())
          && KeySignature.verify(
              certificate.getSubjectPublicKeyInfo(), signedPart, other.getSignature());
    } catch (IOException e) {
      throw new CaFault(e, FaultCode.CHAIN_BROKEN, other.getSubject());
    }
  }

  private void requireIssued(X509CertificateHolder other) {
    if (!issued(other)) {
      throw new CaFault(FaultCode.CHAIN_BROKEN, other.getSubject());
    }
  }
}
