package io.certhall.workers.seal;

import io.certhall.workers.ca.CertificateAuthority;
import io.certhall.workers.ca.key.KeyContentSigner;
import io.certhall.workers.ca.profile.CaUrls;
import io.certhall.workers.ca.profile.KeyId;
import io.certhall.workers.ca.profile.SerialNumber;
import io.certhall.workers.ca.profile.SubjectType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Certifies the key that signs a hall's seals: it signs and does nothing else. */
final class SealMakerCertificate {

  private static final String NAME = "电子印章制章人";
  private static final Duration HEAD_START = Duration.ofDays(1);
  private static final Duration LIFE = Duration.ofDays(5 * 365L);

  private SealMakerCertificate() {}

  static X509CertificateHolder issue(
      CertificateAuthority authority, SubjectPublicKeyInfo key, Instant now, SecureRandom random) {
    X509CertificateHolder issuer = authority.certificate();
    CaUrls urls = authority.profiles().forType(authority.hall(), SubjectType.ORG).signing().urls();
    BigInteger serial = SerialNumber.random(random).value();
    try {
      return new X509v3CertificateBuilder(
              issuer.getSubject(),
              serial,
              Date.from(later(now.minus(HEAD_START), issuer.getNotBefore().toInstant())),
              Date.from(earlier(now.plus(LIFE), issuer.getNotAfter().toInstant())),
              Locale.ROOT,
              subject(issuer.getSubject()),
              key)
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(
              Extension.keyUsage,
              true,
              new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
          .addExtension(
              Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(KeyId.of(key)))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              new AuthorityKeyIdentifier(KeyId.of(issuer.getSubjectPublicKeyInfo())))
          .addExtension(Extension.cRLDistributionPoints, false, urls.crlExtension(serial))
          .addExtension(Extension.authorityInfoAccess, false, urls.accessExtension())
          .build(new KeyContentSigner(authority.key()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The CA's own name with another common name. */
  private static X500Name subject(X500Name issuer) {
    List<RDN> names = new ArrayList<>();
    for (RDN name : issuer.getRDNs()) {
      if (!name.getFirst().getType().equals(BCStyle.CN)) {
        names.add(name);
      }
    }
    names.add(new RDN(BCStyle.CN, new DERUTF8String(NAME)));
    return new X500Name(names.toArray(RDN[]::new));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
